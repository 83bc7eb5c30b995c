/** The files that the commands of a build have written so far, by resolved path. */
export class WrittenFiles {
  private readonly texts = new Map<string, string | undefined>();
  private readonly writtenAt = new Map<string, number>();
  private opaqueAt: number | undefined;
  private readonly now: () => number;

  /** @param now the number of the command that runs */
  constructor(now: () => number) {
    this.now = now;
  }

  has(file: string): boolean {
    return this.texts.has(file);
  }

  /** undefined: the file is not written, or its text is unknown. */
  get(file: string): string | undefined {
    return this.texts.get(file);
  }

  list(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** @param text undefined: it is unknown */
  set(file: string, text: string | undefined): void {
    this.texts.set(file, text);
    this.writtenAt.set(file, this.now());
  }

  append(file: string, text: string | undefined): void {
    const before = this.has(file) ? this.get(file) : '';
    this.set(file, before === undefined || text === undefined ? undefined : before + text);
  }

  delete(file: string): void {
    this.texts.delete(file);
  }

  /** Notes that a program ran which may have written, moved or removed any file. */
  noteOpaque(): void {
    this.opaqueAt = this.now();
  }

  /** Whether such a program ran. */
  get opaque(): boolean {
    return this.opaqueAt !== undefined;
  }

  /** Whether no such program ran after the file was written. */
  isSettled(file: string): boolean {
    return this.opaqueAt === undefined || (this.writtenAt.get(file) ?? 0) > this.opaqueAt;
  }
}
