/** Whose fault an error is: `user` (settings, files, permissions), `aws` (the service said no or broke), `slipway` (a bug of ours). */
export type ErrorOrigin = 'user' | 'aws' | 'slipway';

/** Where in a file something is. Lines and columns count from 1; `path` is the key path, as `containerDefinitions[0].image`. */
export interface SourceLocation {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly path?: string | undefined;
}

/** One thing that is wrong with what was asked, told so that it can be mended without looking anything up. */
export interface Problem {
  /** A stable name for the kind of problem, as `unknown-field`. */
  readonly code: string;
  readonly place: SourceLocation;
  /** What is wrong: what was found and what was expected. One sentence. */
  readonly what: string;
  /** What would be right, or what to do next. One sentence, may be empty. */
  readonly next: string;
}

/** An error refuses; a warning tells what AWS's documents leave in doubt, or what is allowed and seldom meant. */
export type Severity = 'error' | 'warning';

declare const ofRule: unique symbol;

/** The name of a rule that is in a list: no other text is one, so that a check can only raise what docs/rules.md tells. */
export type RuleName = string & { readonly [ofRule]: true };

/** A problem that a rule found. `code` is the rule's name. */
export interface RuleProblem extends Problem {
  readonly code: RuleName;
}

/** What a rule found, and how much that counts. */
export interface Finding extends RuleProblem {
  readonly severity: Severity;
}

/** `either`: an error where AWS is known to refuse, else a warning. */
type RuleSeverity = Severity | 'either';

/** A rule as docs/rules.md tells it. */
export interface Rule<S extends RuleSeverity = RuleSeverity> {
  /** The code of its findings. */
  readonly name: RuleName;
  readonly severity: S;
  /** What it finds and why that is wrong. One sentence. */
  readonly description: string;
  /** What it rests on: a page of AWS's or Docker's documents, a shape of the service model, an answer that AWS gives. */
  readonly source: string;
}

/** A rule that may refuse. */
export type ErrorRule = Rule<'error' | 'either'>;
/** A rule that may warn. */
export type WarningRule = Rule<'warning' | 'either'>;

/**
 * The rules of one subject. Each is a constant beside the check that raises it, and in the list by that; the compiler finds a constant
 * that no check raises, and knip a list that docs/rules.md has not.
 */
export class RuleList {
  private readonly all: Rule[] = [];

  /** In the order in which they were added. */
  get rules(): readonly Rule[] {
    return this.all;
  }

  add<S extends RuleSeverity>(name: string, severity: S, description: string, source: string): Rule<S> {
    const added = { name: name as RuleName, severity, description, source };
    this.all.push(added);
    return added;
  }
}

/** Problems as findings: of a reader, those that it throws are errors, and what it mends or leaves out are warnings. */
export function toFindings(problems: readonly RuleProblem[], severity: Severity): readonly Finding[] {
  return problems.map(problem => ({ ...problem, severity }));
}

interface ErrorDetails {
  readonly code: string;
  readonly fault: ErrorOrigin;
  /** What happened, where, what was got and what was expected. */
  readonly what: string;
  /** What to do next. */
  readonly next?: string | undefined;
  readonly cause?: unknown;
}

/** The one error type. `message` is `what` followed by `next`: a person can act on it alone. */
export class SlipwayError extends Error {
  readonly code: string;
  readonly fault: ErrorOrigin;
  readonly what: string;
  readonly next: string | undefined;

  constructor(details: ErrorDetails) {
    super(details.next === undefined ? details.what : `${details.what} ${details.next}`, { cause: details.cause });
    this.name = 'SlipwayError';
    this.code = details.code;
    this.fault = details.fault;
    this.what = details.what;
    this.next = details.next;
  }
}

/** Several problems with what was asked, told at once. */
export class ProblemsError extends SlipwayError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], fault: ErrorOrigin = 'user') {
    super({ code: 'problems', fault, what: problems.map(formatProblem).join('\n') });
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

/** Several problems that rules found. */
export class RuleProblemsError extends ProblemsError {
  declare readonly problems: readonly RuleProblem[];

  constructor(problems: readonly RuleProblem[]) {
    super(problems);
    this.name = 'RuleProblemsError';
  }
}

/** `dev.taskdefinition.json:12:7 containerDefinitions[0].imge: what is wrong. What to do.` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, path } = problem.place;
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  const where = [file === undefined ? '' : file + position, path ?? ''].filter(part => part !== '').join(' ');
  return [where === '' ? problem.what : `${where}: ${problem.what}`, problem.next]
    .filter(part => part !== '')
    .join(' ');
}

/** Ends a run that was cut short; the message says by what. */
export class Cancelled extends SlipwayError {
  /** What cut it short, as `SIGINT`. */
  readonly by: string;

  constructor(by: string, more = '') {
    super({ code: 'cancelled', fault: 'user', what: `Cancelled by ${by}${more}.` });
    this.name = 'Cancelled';
    this.by = by;
  }
}

/**
 * One error for all that work side by side was rejected with, so that none hides another: what is no SlipwayError, and a cancellation, comes
 * first and alone.
 *
 * @param errors at least one
 */
export function combineErrors(errors: readonly unknown[]): unknown {
  const alone = errors.find(error => !(error instanceof SlipwayError)) ?? errors.find(isCancelled);
  if (alone !== undefined || errors.length === 1) return alone ?? errors[0];
  const all = errors.filter(error => error instanceof SlipwayError);
  const problems = all.flatMap(error =>
    error instanceof ProblemsError
      ? error.problems
      : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]
  );
  return new ProblemsError(uniqueProblems(problems), all.find(({ fault }) => fault === 'user')?.fault ?? all[0]?.fault);
}

function isCancelled(error: unknown): boolean {
  return error instanceof Cancelled;
}

/** What several services or environments share is told once. */
export function uniqueProblems<P extends Problem>(problems: readonly P[]): readonly P[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}

/** Ends a run that was cut short while AWS had not answered a request that changes something: it may have taken effect. */
export class Unanswered extends Cancelled {
  constructor(by: string) {
    super(by, ' while AWS had not answered: whether the request took effect is not known');
    this.name = 'Unanswered';
  }
}

/** What a call rejects with that is cut short while its request may have taken effect; any other reason than a cancellation as it is. */
export function unanswered(reason: unknown): unknown {
  return reason instanceof Cancelled ? new Unanswered(reason.by) : reason;
}
