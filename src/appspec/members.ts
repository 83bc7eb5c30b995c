import { PLACEHOLDER_LEFT } from '../task-definition/rules/placeholders.js';
import { RuleList, type ErrorRule, type RuleProblem, type WarningRule } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import { UNKNOWN_FIELD } from '../text/shape-rules.js';
import { DUPLICATE_KEY } from '../text/source-tree.js';
import { advisePlaceholder, describePlaceholder, findPlaceholder } from '../text/templates.js';
import { nearestName } from '../text/suggest.js';
import type { Path } from '../text/path.js';
import { entriesOf, isRecord } from '../text/record.js';
import { listNames, quote, showValue } from '../text/format.js';
import type { RuleViolation } from './structure-rules.js';

export const RESOURCES =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html';

export const APPSPEC_MEMBER_RULES = new RuleList();
export const APPSPEC_VALUE = APPSPEC_MEMBER_RULES.add(
  'appspec-value',
  'error',
  'A value is not of the type or in the range that CodeDeploy accepts.',
  RESOURCES
);
const APPSPEC_NUMBER = APPSPEC_MEMBER_RULES.add(
  'appspec-number',
  'warning',
  'A number is in quotes. Slipway writes it without them.',
  RESOURCES
);

export interface Member {
  readonly value: unknown;
  readonly path: Path;
}
export type Members = ReadonlyMap<string, Member>;

/** Takes the parts of an AppSpec as what they should be, whatever the case of their keys, and keeps what is wrong with them. */
export class AppspecMembers {
  readonly problems: RuleProblem[] = [];
  protected readonly warnings: RuleProblem[] = [];
  protected readonly document: TextDocument;

  constructor(document: TextDocument) {
    this.document = document;
  }

  /** An object's members under the spelling of `known`, nulls left out; unknown keys are problems. */
  protected readMembers({ value, path }: Member, known: readonly string[]): Members {
    const members = new Map<string, Member>();
    if (!isRecord(value)) {
      this.refuse(APPSPEC_VALUE, path, `An object with ${listNames(known)} was expected, got ${showValue(value)}.`, '');
      return members;
    }
    for (const [key, member] of entriesOf(value)) {
      const name = known.find(candidate => candidate.toLowerCase() === key.toLowerCase());
      const at = [...path, key];
      if (name === undefined) this.refuseKey(key, known, at);
      else if (members.has(name))
        this.refuse(DUPLICATE_KEY, at, `${quote(name)} is written twice, in different cases.`, 'Keep one of the two.');
      else if (member !== null && member !== undefined) members.set(name, { value: member, path: at });
    }
    return members;
  }

  protected refuseKey(key: string, known: readonly string[], path: Path): void {
    const nearest = nearestName(key, known);
    const next = nearest === undefined ? `Known here: ${listNames(known)}.` : `Did you mean ${quote(nearest)}?`;
    this.refuse(UNKNOWN_FIELD, path, `The AppSpec for ECS knows no ${quote(key)} here.`, next);
  }

  protected readItems(list: Member | undefined): readonly Member[] {
    if (list === undefined) return [];
    const { value, path } = list;
    if (!Array.isArray(value)) {
      this.refuse(APPSPEC_VALUE, path, `A list was expected, got ${showValue(value)}.`, 'Start each entry with "- ".');
      return [];
    }
    return value
      .map((item: unknown, index) => ({ value: item, path: [...path, index] }))
      .filter(item => item.value !== null);
  }

  protected readTexts(list: Member | undefined): readonly string[] | undefined {
    return list === undefined ? undefined : this.readItems(list).flatMap(item => this.readText(item) ?? []);
  }

  protected readText(member: Member | undefined): string | undefined {
    if (member === undefined) return undefined;
    if (typeof member.value === 'string') {
      this.checkPlaceholder(member.value, member.path);
      return member.value;
    }
    const written = this.document.source(member.path);
    this.refuse(
      APPSPEC_VALUE,
      member.path,
      `A string was expected, got ${showValue(member.value)}.`,
      written === undefined ? '' : `Write ${quote(written)}, in quotes.`
    );
  }

  /** Only `<TASK_DEFINITION>` is filled in. A container by another name is none; of the rest CodeDeploy says it itself. */
  private checkPlaceholder(text: string, path: Path): void {
    const placeholder = findPlaceholder(text);
    if (placeholder === undefined || /\$LATEST$/.test(text)) return;
    const what = `This is left: ${describePlaceholder(placeholder)}. Nothing fills it in.`;
    if (String(path.at(-1)).toLowerCase() === 'containername')
      this.refuse(PLACEHOLDER_LEFT, path, what, advisePlaceholder(placeholder));
    else this.warn(PLACEHOLDER_LEFT, path, what, advisePlaceholder(placeholder));
  }

  protected readNumber(member: Member | undefined, least: number, max: number, wanted: string): number | undefined {
    if (member === undefined) return undefined;
    const { value, path } = member;
    const text = typeof value === 'string' && /^\d{1,6}$/.test(value);
    const number = text ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > max) {
      this.refuse(APPSPEC_VALUE, path, `${wanted} was expected, got ${showValue(value)}.`, '');
      return undefined;
    }
    if (text) {
      const what = `CodeDeploy wants a number here, got the string ${showValue(value)}.`;
      this.warn(APPSPEC_NUMBER, path, what, `It is written as ${number}.`);
    }
    return number;
  }

  protected placeOf(member: Member | undefined): RuleProblem['place'] | undefined {
    return member === undefined ? undefined : this.document.place(member.path);
  }

  protected remark(member: Member | undefined, remark: RuleViolation | undefined): void {
    if (member === undefined || remark === undefined) return;
    const { severity, code, what, next } = remark;
    const list = severity === 'warning' ? this.warnings : this.problems;
    list.push({ code, place: this.document.place(member.path), what, next });
  }

  protected warn(rule: WarningRule, path: Path, what: string, next: string): void {
    this.warnings.push({ code: rule.name, place: this.document.place(path), what, next });
  }

  protected refuse(rule: ErrorRule, path: Path, what: string, next: string): void {
    this.problems.push({ code: rule.name, place: this.document.place(path), what, next });
  }
}
