import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent
} from 'js-yaml';
import { RuleList, type ErrorRule } from '../errors.js';
import {
  YAML,
  DocumentSyntaxError,
  findDuplicateKeys,
  findInexactNumber,
  MAX_DEPTH,
  MAX_VALUES,
  type MapEntry,
  type SourceNode,
  type SyntaxProblem,
  TOO_DEEP,
  TOO_LARGE
} from './source-tree.js';
import { quote } from './format.js';
import { adviseBarePlaceholder, findPlaceholderAt } from './templates.js';

export const YAML_RULES = new RuleList();
const INVALID_YAML = YAML_RULES.add(
  'invalid-yaml',
  'error',
  'Invalid YAML, such as tabs for indentation or an alias without an earlier anchor.',
  YAML
);
const SEVERAL_DOCUMENTS = YAML_RULES.add(
  'several-documents',
  'error',
  'A YAML file holds more than one document.',
  `${YAML}#92-streams`
);
const UNKNOWN_TAG = YAML_RULES.add(
  'unknown-tag',
  'error',
  "A YAML value has a tag that is not YAML's own; CloudFormation functions work only in CloudFormation.",
  `${YAML}#24-tags`
);

const CORE_TAGS = 'tag:yaml.org,2002:';
const QUOTE_ADVICE = 'A value that starts with a special character, or holds ": " or " #", must stand in quotes.';

/**
 * Reads one YAML document after the core schema of YAML 1.2 (`yes` and dates are strings), with merge keys (`<<`). A plain
 * number with leading zeros, as an account id, stays a string: YAML 1.1 and 1.2 disagree on its value.
 * Throws DocumentSyntaxError with offsets.
 */
export function parseYaml(text: string, lineOf: (offset: number) => number): SourceNode | undefined {
  return new TreeBuilder(text, readEvents(text), lineOf).build();
}

function readEvents(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new DocumentSyntaxError([describeError(error, text)]);
  }
}

interface Anchor {
  readonly node: SourceNode;
  readonly size: number;
}

/** Turns js-yaml's flat events into nodes. Aliases are resolved here, so that what they multiply can be counted. */
class TreeBuilder {
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly lineOf: (offset: number) => number;
  private readonly anchors = new Map<string, Anchor | 'open'>();
  private readonly duplicates: SyntaxProblem[] = [];
  private next = 0;
  private size = 0;
  private lastOffset = 0;

  constructor(text: string, events: readonly Event[], lineOf: (offset: number) => number) {
    this.text = text;
    this.events = events;
    this.lineOf = lineOf;
  }

  build(): SourceNode | undefined {
    if (this.events.length === 0) return undefined;
    this.next = 1;
    if (this.events[1]?.type === EVENT_ID.POP) return undefined;
    const root = this.readNode();
    this.next++;
    if (this.events[this.next]?.type === EVENT_ID.DOCUMENT) {
      const offset = this.text.indexOf('\n---', this.lastOffset) + 1;
      refuse(SEVERAL_DOCUMENTS, offset, 'The file holds several YAML documents.', 'Keep one of them in this file.');
    }
    if (this.duplicates.length > 0) throw new DocumentSyntaxError(this.duplicates);
    return root;
  }

  private readNode(): SourceNode {
    const event = this.events[this.next++];
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      return refuse(INVALID_YAML, this.lastOffset, 'A YAML value was expected.', '');
    }
    if (event.type === EVENT_ID.ALIAS)
      return this.readAlias(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
    const anchor = event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
    const before = this.size;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const node = event.type === EVENT_ID.SCALAR ? this.readScalar(event) : this.readCollection(event);
    this.count(1, node.offset);
    if (anchor !== undefined) this.anchors.set(anchor, { node, size: this.size - before });
    return node;
  }

  private readAlias(name: string, offset: number): SourceNode {
    const anchor = this.anchors.get(name);
    if (anchor === undefined)
      return refuse(INVALID_YAML, offset, `There is no anchor &${name} before this alias.`, QUOTE_ADVICE);
    if (anchor === 'open') return refuse(INVALID_YAML, offset, `The alias *${name} is inside its own anchor.`, '');
    this.count(anchor.size, offset);
    return anchor.node;
  }

  private count(values: number, offset: number): void {
    this.size += values;
    if (this.size > MAX_VALUES)
      refuse(TOO_LARGE, offset, `The file stands for more than ${MAX_VALUES} values.`, 'Use fewer aliases.');
  }

  private readCollection(
    event: Extract<Event, { type: typeof EVENT_ID.SEQUENCE | typeof EVENT_ID.MAPPING }>
  ): SourceNode {
    this.lastOffset = event.start;
    const tag = readTag(this.text, event);
    const wanted = event.type === EVENT_ID.SEQUENCE ? 'seq' : 'map';
    if (tag !== undefined && tag !== CORE_TAGS + wanted) refuseTag(tag, event.tagStart);
    if (event.type === EVENT_ID.SEQUENCE) {
      const items: SourceNode[] = [];
      while (this.events[this.next]?.type !== EVENT_ID.POP) items.push(this.readNode());
      this.next++;
      return { kind: 'list', offset: event.start, items };
    }
    const entries: MapEntry[] = [];
    const merged: SourceNode[] = [];
    while (this.events[this.next]?.type !== EVENT_ID.POP) {
      const keyEvent = this.events[this.next];
      const key = this.readKey();
      const value = this.readNode();
      if (key.text === '<<' && isPlain(keyEvent)) merged.push(value);
      else entries.push({ key: key.text, keyOffset: key.offset, value });
    }
    this.next++;
    this.duplicates.push(...findDuplicateKeys(entries, this.lineOf));
    return { kind: 'map', offset: event.start, entries: mergeEntries(entries, merged) };
  }

  private readKey(): { text: string; offset: number } {
    const node = this.readNode();
    if (node.kind === 'scalar') return { text: node.source, offset: node.offset };
    const advice = 'A template placeholder such as {{ name }} must stand in quotes.';
    return refuse(
      INVALID_YAML,
      node.offset,
      `${node.kind === 'map' ? 'An object' : 'A list'} cannot be a key.`,
      advice
    );
  }

  private readScalar(event: ScalarEvent): SourceNode {
    const offset =
      event.valueStart < 0 ? Math.max(event.tagStart, event.anchorStart, this.lastOffset) : event.valueStart;
    this.lastOffset = offset;
    const source = getScalarValue(this.text, event);
    const tag = readTag(this.text, event);
    const untagged = isPlain(event) ? resolvePlain(source) : source;
    const value = tag === undefined ? untagged : resolveTagged(tag, source, event.tagStart);
    const inexact = typeof value === 'number' ? findInexactNumber(value, source, offset) : undefined;
    if (inexact !== undefined) throw new DocumentSyntaxError([inexact]);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const written = event.valueStart < 0 ? '' : this.text.slice(event.valueStart, event.valueEnd);
    const joins = event.style !== SCALAR_STYLE.LITERAL_BLOCK && written.includes('\n');
    const at = quoted ? offset - 1 : offset;
    return { kind: 'scalar', offset: at, value, source, ...(joins ? { written } : {}) };
  }
}

function isPlain(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
}

/** `<<: *defaults` or a list of such: keys of the map itself come first, then those of the earlier merge. */
function mergeEntries(entries: readonly MapEntry[], merged: readonly SourceNode[]): readonly MapEntry[] {
  const result = [...entries];
  const known = new Set(entries.map(entry => entry.key));
  for (const source of merged.flatMap(node => (node.kind === 'list' ? node.items : [node]))) {
    if (source.kind !== 'map')
      return refuse(INVALID_YAML, source.offset, 'A merge key (<<) takes an object or a list of objects.', '');
    for (const entry of source.entries) {
      if (!known.has(entry.key)) result.push(entry);
      known.add(entry.key);
    }
  }
  return result;
}

function readTag(text: string, event: { readonly tagStart: number; readonly tagEnd: number }): string | undefined {
  if (event.tagStart < 0) return undefined;
  const tag = text.slice(event.tagStart, event.tagEnd);
  if (tag.startsWith('!<')) return tag.slice(2, -1);
  return tag.startsWith('!!') ? CORE_TAGS + tag.slice(2) : tag;
}

function resolveTagged(tag: string, source: string, offset: number): string | number | boolean | null {
  if (tag === '!' || tag === `${CORE_TAGS}str`) return source;
  const value = resolvePlain(source);
  const fits: Readonly<Record<string, string>> = {
    [`${CORE_TAGS}int`]: 'number',
    [`${CORE_TAGS}float`]: 'number',
    [`${CORE_TAGS}bool`]: 'boolean',
    [`${CORE_TAGS}null`]: 'null'
  };
  if (fits[tag] === undefined) return refuseTag(tag, offset);
  if (fits[tag] !== (value === null ? 'null' : typeof value))
    return refuse(INVALID_YAML, offset, `${quote(source)} is not what its tag says.`, 'Leave the tag out.');
  return value;
}

function refuseTag(tag: string, offset: number): never {
  const written = tag.startsWith(CORE_TAGS) ? `!!${tag.slice(CORE_TAGS.length)}` : tag;
  const what = `The YAML tag ${written.slice(0, 60)} is not known here; CloudFormation's functions work in CloudFormation templates only.`;
  return refuse(UNKNOWN_TAG, offset, what, 'Write the plain value.');
}

/** The core schema of YAML 1.2, section 10.3.2, without octal, infinity and not-a-number, which stay as written. */
function resolvePlain(source: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL|)$/.test(source)) return null;
  if (/^(?:true|True|TRUE)$/.test(source)) return true;
  if (/^(?:false|False|FALSE)$/.test(source)) return false;
  if (/^[-+]?0\d/.test(source)) return source;
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source) || /^0x[\da-fA-F]+$/.test(source))
    return Number(source);
  return source;
}

function refuse(rule: ErrorRule, offset: number, what: string, next: string): never {
  throw new DocumentSyntaxError([{ code: rule.name, offset, what, next }]);
}

/** js-yaml's reasons are short and lower case; the likely cause is added where the text shows it. */
function describeError(error: YAMLException, text: string): SyntaxProblem {
  const offset = Math.min(error.mark?.position ?? 0, text.length);
  if (/nesting exceeded/.test(error.reason)) {
    return { code: TOO_DEEP.name, offset, what: `Objects and lists are nested more than ${MAX_DEPTH} deep.`, next: '' };
  }
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const tab = /^ *\t/.exec(text.slice(lineStart, offset + 1));
  if (tab !== null) {
    const what = 'The line is indented with a tab, which YAML does not allow.';
    return { code: INVALID_YAML.name, offset: lineStart + tab[0].length - 1, what, next: 'Indent with spaces.' };
  }
  const placeholder = findPlaceholderAt(text, offset);
  if (placeholder !== undefined) {
    const what = `The placeholder ${quote(placeholder)} of a template is not YAML: ${error.reason}.`;
    return { code: INVALID_YAML.name, offset, what, next: adviseBarePlaceholder(placeholder) };
  }
  const next = /indentation of a mapping entry|node content|document separator/.test(error.reason)
    ? `Check the indentation. ${QUOTE_ADVICE}`
    : '';
  return { code: INVALID_YAML.name, offset, what: `This is not YAML: ${error.reason}.`, next };
}
