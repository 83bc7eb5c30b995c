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

/** What a rule found. `code` is the rule's name. */
export interface Finding extends Problem {
  readonly severity: Severity;
}

/** A rule as docs/rules.md tells it. */
export interface Rule {
  /** The code of its findings. */
  readonly name: string;
  /** `either`: an error where AWS is known to refuse, else a warning. */
  readonly severity: Severity | 'either';
  /** What it finds and why that is wrong. One sentence. */
  readonly says: string;
  /** What it rests on: a page of AWS's or Docker's documents, a shape of the service model, an answer that AWS gives. */
  readonly source: string;
}

/** A row of a table of rules. */
export function rule(name: string, severity: Rule['severity'], says: string, source: string): Rule {
  return { name, severity, says, source };
}

/** Problems as findings: of a reader, those that it throws are errors, and what it mends or leaves out are warnings. */
export function toFindings(problems: readonly Problem[], severity: Severity): readonly Finding[] {
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

  constructor(problems: readonly Problem[]) {
    super({ code: 'problems', fault: 'user', what: problems.map(formatProblem).join('\n') });
    this.name = 'ProblemsError';
    this.problems = problems;
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
