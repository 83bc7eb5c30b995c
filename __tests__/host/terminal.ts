/** A terminal as far as the live view uses one (ECMA-48, xterm's modes 25 and 1049): what stands on it, and what scrolled away. */
export class FakeTerminal {
  readonly fd = -1;
  columns: number;
  rows: number;
  writableNeedDrain = false;
  isCursorShown = true;
  /** Lines that went off the top. */
  scrolled = 0;
  written = '';
  #main: string[][] = [[]];
  #screen: string[][] | undefined;
  #row = 0;
  #column = 0;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  get isOnOwnScreen(): boolean {
    return this.#screen !== undefined;
  }

  /** What stands on it, without the empty lines at the end. */
  get lines(): readonly string[] {
    return this.#lines.map(letters => letters.join('').trimEnd());
  }

  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  on(event: string, listener: () => void): this {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
    return this;
  }

  off(event: string, listener: () => void): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  resize(columns: number, rows: number): void {
    Object.assign(this, { columns, rows });
    for (const listener of this.#listeners.get('resize') ?? []) listener();
  }

  write(text: string): boolean {
    this.written += text;
    for (const part of text.split(/(\u001b\[[?\d;]*[A-Za-z])/)) {
      if (part.startsWith('\u001b[')) this.#obey(part.slice(2));
      else for (const letter of part) this.#put(letter);
    }
    return true;
  }

  get #lines(): string[][] {
    return this.#screen ?? this.#main;
  }

  #obey(sequence: string): void {
    const lines = this.#lines;
    switch (sequence) {
      case '?1049h':
        this.#screen = [[]];
        return;
      case '?1049l':
        this.#screen = undefined;
        this.#row = this.#main.length - 1;
        this.#column = 0;
        return;
      case '?25l':
      case '?25h':
        this.isCursorShown = sequence === '?25h';
        return;
      case 'H':
        this.#row = 0;
        this.#column = 0;
        return;
      case 'K':
        lines[this.#row] = (lines[this.#row] ?? []).slice(0, this.#column);
        return;
      case 'J':
        lines[this.#row] = (lines[this.#row] ?? []).slice(0, this.#column);
        lines.length = this.#row + 1;
        return;
      case '2J':
        lines.length = 0;
        return;
      default:
        if (!sequence.endsWith('m')) throw new Error(`The terminal does not know ${JSON.stringify(sequence)}.`);
    }
  }

  #put(letter: string): void {
    if (letter === '\r') this.#column = 0;
    else if (letter === '\n') this.#feed();
    else {
      if (this.#column >= this.columns) {
        this.#column = 0;
        this.#feed();
      }
      const line = (this.#lines[this.#row] ??= []);
      line[this.#column] = letter;
      this.#column += 1;
    }
  }

  /** A terminal's own line discipline returns the carriage too. */
  #feed(): void {
    this.#row += 1;
    if (this.#screen === undefined) this.#column = 0;
    if (this.#row >= this.rows) {
      this.#row = this.rows - 1;
      this.#lines.shift();
      this.scrolled += 1;
    }
    this.#lines[this.#row] ??= [];
  }
}
