import type { Word } from '../buildspec-reader/tree.js';
import type { Unknowns } from '../buildspec-reader/values.js';

/** undefined: not known. */
export type Truth = boolean | undefined;

/** What conditions are asked of. */
export interface ConditionFacts {
  readonly unknowns: Unknowns;
  isFile(path: string): Truth;
}

/** One word of a condition: its text, and what it matches where it stands on the right of `==` in `[[ … ]]`. */
export interface Operand {
  readonly text: string;
  readonly pattern?: RegExp | undefined;
}

/** `test`, `[ … ]`, `[[ … ]]` (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/test.html), without the brackets. */
export function evaluateTest(operands: readonly Operand[], facts: ConditionFacts): Truth {
  return new TestReader(operands, facts).read();
}

/** The pattern that a word is in `case` and `[[ == ]]`: what is quoted stands for itself. undefined: it is not known whole. */
export function readPattern(word: Word, text: string, unknowns: Unknowns): RegExp | undefined {
  if (unknowns.listIn(text).length > 0) return undefined;
  const isLiteral = word.parts.every(part => part.kind !== 'text' || part.quoted);
  const source = isLiteral ? escape(text) : translateParts(word, text);
  try {
    return new RegExp(`^(?:${source})$`, 's');
  } catch {
    return undefined;
  }
}

function translateParts({ parts }: Word, text: string): string {
  // Quoted and unquoted texts beside each other: each by its own rule.
  if (parts.every(part => part.kind === 'text'))
    return parts.map(part => (part.quoted ? escape(part.text) : translate(part.text))).join('');
  return translate(text);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function translate(glob: string): string {
  return glob.replace(/\[[!^]?[^\]]+\]|[.*+?^${}()|[\]\\/]/g, found => {
    if (found === '*') return '.*';
    if (found === '?') return '.';
    return found.length > 1 ? found.replace(/^\[!/, '[^') : `\\${found}`;
  });
}

class TestReader {
  private readonly operands: readonly Operand[];
  private readonly facts: ConditionFacts;
  private at = 0;

  constructor(operands: readonly Operand[], facts: ConditionFacts) {
    this.operands = operands;
    this.facts = facts;
  }

  read(): Truth {
    const { length } = this.operands;
    if (length === 0) return false;
    // POSIX: what one and three words mean goes by their number.
    if (length === 1) return this.isFilled(this.operands[0]?.text ?? '');
    if (length === 3 && isBinary(this.operands[1]?.text ?? '')) return this.readPrimary();
    const truth = this.readOr();
    return this.at === length ? truth : undefined;
  }

  private peek(offset = 0): string | undefined {
    return this.operands[this.at + offset]?.text;
  }

  private readOr(): Truth {
    let truth = this.readAnd();
    while (this.peek() === '-o' || this.peek() === '||') {
      this.at++;
      const right = this.readAnd();
      truth = either(truth, right);
    }
    return truth;
  }

  private readAnd(): Truth {
    let truth = this.readNot();
    while (this.peek() === '-a' || this.peek() === '&&') {
      this.at++;
      const right = this.readNot();
      truth = not(either(not(truth), not(right)));
    }
    return truth;
  }

  private readNot(): Truth {
    if (this.peek() === '!' && this.peek(1) !== undefined) {
      this.at++;
      return not(this.readNot());
    }
    if (this.peek() === '(' && !isBinary(this.peek(1) ?? '')) {
      this.at++;
      const truth = this.readOr();
      this.at++;
      return truth;
    }
    return this.readPrimary();
  }

  private readPrimary(): Truth {
    const operator = this.peek(1);
    if (operator !== undefined && isBinary(operator) && this.peek(2) !== undefined) {
      const left = this.peek() ?? '';
      const right = this.operands[this.at + 2];
      this.at += 3;
      return right === undefined ? undefined : this.compare(left, operator, right);
    }
    const first = this.peek() ?? '';
    const second = this.peek(1);
    if (/^-[a-zA-Z]$/.test(first) && second !== undefined && !/^(?:-[ao]|&&|\|\||\))$/.test(second)) {
      this.at += 2;
      return this.ask(first, second);
    }
    this.at++;
    return this.isFilled(first);
  }

  private ask(operator: string, operand: string): Truth {
    if (operator === '-n') return this.isFilled(operand);
    if (operator === '-z') return not(this.isFilled(operand));
    return /^-[efsrxw]$/.test(operator) ? this.facts.isFile(operand) : undefined;
  }

  private isFilled(text: string): Truth {
    const parts = this.facts.unknowns.listIn(text);
    if (text === '') return false;
    const certain = (kind: string): boolean => ['account', 'region', 'source-directory', 'digest'].includes(kind);
    return parts.length < Array.from(text).length || parts.some(({ kind }) => certain(kind)) ? true : undefined;
  }

  private compare(left: string, operator: string, right: Operand): Truth {
    const { text, pattern } = right;
    const unknown = this.facts.unknowns.listIn(left + text).length > 0;
    if (/^(?:=|==|!=)$/.test(operator)) {
      const equal = unknown && left !== text ? this.guessEqual(left, text) : (pattern?.test(left) ?? left === text);
      return equal === undefined ? undefined : equal === (operator !== '!=');
    }
    if (operator === '=~') return unknown ? undefined : matches(left, text);
    if (unknown && !(left === text && /^-(?:eq|ne|le|ge|lt|gt)$/.test(operator))) return undefined;
    return compareNumbers(operator, left, text);
  }

  /** What AWS says of the phase that failed, asked by `aws codebuild batch-get-builds`. */
  private guessEqual(left: string, right: string): Truth {
    const asked = [left, right].some(text =>
      this.facts.unknowns
        .listIn(text)
        .some(part => part.kind === 'computed' && part.source.includes('batch-get-builds'))
    );
    if (!asked) return undefined;
    const literal = [left, right].find(text => this.facts.unknowns.listIn(text).length === 0) ?? '';
    if (/^succe/i.test(literal)) return false;
    return /^(?:fail|fault)/i.test(literal) ? true : undefined;
  }
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function either(one: Truth, other: Truth): Truth {
  if (one === true || other === true) return true;
  return one === false && other === false ? false : undefined;
}

function isBinary(text: string): boolean {
  return /^(?:=|==|!=|=~|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/.test(text);
}

function matches(text: string, expression: string): Truth {
  try {
    return new RegExp(expression).test(text);
  } catch {
    return undefined;
  }
}

function compareNumbers(operator: string, left: string, right: string): Truth {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  const [one, other] = [left.trim() === '' ? NaN : Number(left), right.trim() === '' ? NaN : Number(right)];
  // "integer expression expected": the test fails.
  if (Number.isNaN(one) || Number.isNaN(other)) return false;
  switch (operator) {
    case '-eq':
      return one === other;
    case '-ne':
      return one !== other;
    case '-lt':
      return one < other;
    case '-le':
      return one <= other;
    case '-gt':
      return one > other;
    case '-ge':
      return one >= other;
    default:
      return undefined;
  }
}
