/** The shell, or the subshell, ends. */
export class ExitSignal {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

/** A function or a sourced file ends. */
export class ReturnSignal {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

/** `break 2`, `continue`. */
export class LoopSignal {
  readonly kind: 'break' | 'continue';
  levels: number;

  constructor(kind: 'break' | 'continue', levels: number) {
    this.kind = kind;
    this.levels = levels;
  }
}

/** Nothing more comes on this way: the build was stopped, or the way is longer than is followed. */
export class EndOfWay {}
