import type { Unknowns } from './values.js';

/**
 * What `jq` prints where its program only puts values together: `jq -n --arg uri "$URI" '[{name: "web", imageUri: $uri}]'`, or gives its input on
 * (`jq .`). undefined: nothing is known of it.
 *
 * @param args the words after `jq`
 */
export function runJq(args: readonly string[], input: string | undefined, unknowns: Unknowns): string | undefined {
  const values = new Map<string, string>();
  const plain: string[] = [];
  let [withoutInput, raw] = [false, false];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--arg' || arg === '--argjson') {
      const value = args[at + 2] ?? '';
      values.set(args[at + 1] ?? '', arg === '--arg' ? JSON.stringify(value) : value);
      at += 2;
    } else if (/^-[a-zA-Z]+$/.test(arg)) {
      withoutInput ||= arg.includes('n');
      raw ||= /[rj]/.test(arg);
    } else if (arg === '--null-input') withoutInput = true;
    else if (arg === '--raw-output') raw = true;
    else if (!arg.startsWith('--')) plain.push(arg);
  }
  const [program, ...files] = plain;
  if (program === undefined || files.length > 0) return undefined;
  if (program.trim() === '.') return withoutInput ? undefined : input;
  if (!withoutInput && input === undefined) return undefined;
  const json = construct(program, values, unknowns);
  if (json === undefined) return undefined;
  const text = raw && typeof json === 'string' ? json : JSON.stringify(json);
  return `${text}\n`;
}

/** The value of a program that is JSON but for bare keys, `$name` and `\($name)`; undefined: it is something else. */
function construct(program: string, values: ReadonlyMap<string, string>, unknowns: Unknowns): unknown {
  const token = /"(?:[^"\\]|\\(?!\().|\\\([^()]*\))*"|\$\w+|[A-Za-z_]\w*|[\s{}[\]:,]|-?\d+(?:\.\d+)?|./g;
  let json = '';
  for (const [part] of program.matchAll(token)) {
    const written = writeToken(part, values, unknowns);
    if (written === undefined) return undefined;
    json += written;
  }
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function writeToken(part: string, values: ReadonlyMap<string, string>, unknowns: Unknowns): string | undefined {
  if (part.startsWith('$')) return values.get(part.slice(1));
  if (part.startsWith('"')) return fillText(part, values);
  if (/^[A-Za-z_]/.test(part)) return /^(?:true|false|null)$/.test(part) ? part : JSON.stringify(part);
  const isUnknown = unknowns.get(part.charAt(0)) !== undefined;
  return /^[\s{}[\]:,\d-]/.test(part) || isUnknown ? part : undefined;
}

/** `"\($repository):\($tag)"` */
function fillText(text: string, values: ReadonlyMap<string, string>): string | undefined {
  // One that is not known leaves its backslash, which is no JSON.
  const filled = text.replace(
    /\\\(\s*\$(\w+)\s*\)/g,
    (found, name: string) => values.get(name)?.replace(/^"|"$/g, '') ?? found
  );
  return filled.includes('\\(') ? undefined : filled;
}
