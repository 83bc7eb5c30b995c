import { evaluateArithmetic } from '../buildspec-reader/arithmetic.js';
import type { SimpleCommand, Word } from '../buildspec-reader/tree.js';
import type { Call } from './call.js';
import { evaluateTest, readPattern, type Operand, type Truth } from './conditions.js';
import type { Machine } from './machine.js';

/** `test`, `[`, `[[`, `((`, `grep`, `expr`: what is known of the answer. undefined: it is another command. */
export function judgeCondition(machine: Machine, call: Call): number | undefined {
  const { node, words, tested } = call;
  const [program = '', ...args] = words;
  const source = node.words[0]?.source ?? '';
  const decide = (truth: Truth): number => {
    if (truth !== undefined) return Number(!truth);
    return Number(!machine.decide(words.join(' ')));
  };
  if (program === '[[') return decide(evaluateTest(readOperands(machine, node), facts(machine)));
  if (program === 'test' || program === '[') {
    const inner = program === 'test' ? args : args.slice(0, -1);
    return decide(
      evaluateTest(
        inner.map(text => ({ text })),
        facts(machine)
      )
    );
  }
  if (source.startsWith('((') || program === 'let') {
    const text = program === 'let' ? args.join(' ') : source.slice(2, -2);
    const value = evaluateArithmetic(text, name => machine.shell.lookUp(name));
    return decide(value === undefined ? undefined : value !== 0);
  }
  if (program === 'expr') return decide(evaluateExpression(machine, args));
  if (/^(?:e|f)?grep$/.test(program)) {
    const found = search(machine, program, args);
    return found === undefined && !tested ? undefined : decide(found);
  }
  return undefined;
}

function facts(machine: Machine): Parameters<typeof evaluateTest>[1] {
  return { unknowns: machine.settings.unknowns, isFile: path => machine.isFile(path) };
}

/** The words of `[[ … ]]` are not split, and one on the right may be a pattern. */
function readOperands(machine: Machine, node: SimpleCommand): readonly Operand[] {
  const { shell, settings } = machine;
  return node.words.slice(1, -1).map((word: Word) => {
    const text = shell.expander.expandWhole(word);
    return { text, pattern: readPattern(word, text, settings.unknowns) };
  });
}

/** `expr "$A" = 1`, `expr 1 - $A`: false where the value is 0 or empty. */
function evaluateExpression(machine: Machine, args: readonly string[]): Truth {
  const { unknowns } = machine.settings;
  if (args.some(arg => unknowns.listIn(arg).length > 0)) return undefined;
  const [left = '', operator, right] = args;
  if (args.length === 1) return left !== '' && left !== '0';
  if (right !== undefined && operator === ':') return new RegExp(`^(?:${right})`).test(left);
  if (right !== undefined && /^!?=$/.test(operator ?? '')) return (left === right) === (operator === '=');
  const value = evaluateArithmetic(args.join(' '), () => undefined);
  return value === undefined ? undefined : value !== 0;
}

/** `grep` in what comes in or in a file that a command wrote. */
function search(machine: Machine, program: string, args: readonly string[]): Truth {
  const options = args.filter(arg => /^-[A-Za-z]+$/.test(arg)).join('');
  const [pattern, ...files] = args.filter(arg => !arg.startsWith('-'));
  if (pattern === undefined || /[efABCm]/.test(options.replace(/[EFqiwxvcnsoHhlL-]/g, ''))) return undefined;
  const text = files.length === 0 ? machine.input.take() : machine.files.get(machine.resolve(files[0] ?? ''));
  if (text === undefined && files.length === 1 && machine.isFile(files[0] ?? '') === false) return false;
  const { unknowns } = machine.settings;
  if (text === undefined || unknowns.listIn(pattern).length > 0) return undefined;
  const isFixed = program === 'fgrep' || options.includes('F');
  let source = isFixed ? pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : pattern;
  if (options.includes('x')) source = `^(?:${source})$`;
  if (options.includes('w')) source = `\\b(?:${source})\\b`;
  try {
    const expression = new RegExp(source, options.includes('i') ? 'i' : '');
    const lines = text.replace(/\n$/, '').split('\n');
    const certain = lines.filter(line => unknowns.listIn(line).length === 0);
    const found = certain.some(line => expression.test(line) !== options.includes('v'));
    return found || certain.length === lines.length ? found : undefined;
  } catch {
    return undefined;
  }
}
