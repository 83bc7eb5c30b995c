/** What ends a part of a script early; each is caught where that part was begun. */
abstract class Signal extends Error {}

/** The shell, or the subshell, ends. */
export class ExitSignal extends Signal {
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** A function or a sourced file ends. */
export class ReturnSignal extends Signal {
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** `break 2`, `continue`. */
export class LoopSignal extends Signal {
  readonly kind: 'break' | 'continue';
  /** How many loops it goes out of; each counts down. */
  levels: number;

  constructor(kind: 'break' | 'continue', levels: number) {
    super();
    this.kind = kind;
    this.levels = levels;
  }
}

/** Nothing more comes on this way: the build was stopped, or the way is longer than is followed. */
export class EndOfPath extends Signal {}
