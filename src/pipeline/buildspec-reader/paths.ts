import type { Unknowns } from './values.js';

/** A path as seen from the source's root. A path that is not below it stays as it is, with its slash. */
export function resolvePath(directory: string, path: string, unknowns: Unknowns): string {
  const fromSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
  const rest = fromSource ? path.slice(1) : path;
  if (!fromSource && (path.startsWith('/') || path.startsWith('~'))) return path;
  // What a command prints may be a whole path.
  if (unknowns.get(path.charAt(0))?.kind === 'computed') return path;
  const parts = [...(fromSource ? [] : directory.split('/')), ...rest.split('/')];
  const kept: string[] = directory.startsWith('/') && !fromSource ? [''] : [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    const last = kept.at(-1);
    // What is above a folder that is not known is not known either.
    if (part === '..' && last !== undefined && last !== '..' && unknowns.listIn(last).length === 0) kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}

/** Where a shell is, and where it can go back to: `cd`, `cd -`, `pushd`, `popd`. Folders are seen from the source's root, which is empty. */
export class WorkingDirectory {
  private readonly unknowns: Unknowns;
  current = '';
  private previous: string | undefined;
  private stack: readonly string[] = [];

  constructor(unknowns: Unknowns) {
    this.unknowns = unknowns;
  }

  copy(): WorkingDirectory {
    const copied = new WorkingDirectory(this.unknowns);
    copied.current = this.current;
    copied.previous = this.previous;
    copied.stack = this.stack;
    return copied;
  }

  /** Where `cd -` goes, as `$OLDPWD` has it; undefined where nothing is known of it. */
  get before(): string | undefined {
    return this.previous;
  }

  /** Nothing is known of where it is. */
  lose(): void {
    this.goTo(this.unknowns.put({ kind: 'computed', source: '$PWD', by: 'branches' }));
  }

  /** Runs `cd`, `pushd` or `popd`. */
  change([program = '', ...args]: readonly string[]): void {
    const targets = args.filter(arg => !/^-(?:[PLe@]+|-)$/.test(arg));
    const [target] = targets;
    if (args.includes('-n')) return;
    if (program === 'popd') {
      if (target !== undefined) {
        this.lose();
        return;
      }
      const [top, ...rest] = this.stack;
      this.stack = rest;
      if (top !== undefined) this.goTo(top);
      return;
    }
    if (program === 'pushd') {
      this.push(target);
      return;
    }
    if (target === '-') {
      if (this.previous !== undefined) this.goTo(this.previous);
    } else this.goTo(target === undefined ? '~' : resolvePath(this.current, target, this.unknowns));
  }

  private push(target: string | undefined): void {
    const { current } = this;
    if (target === undefined) {
      const [top, ...rest] = this.stack;
      if (top === undefined) return;
      this.stack = [current, ...rest];
      this.goTo(top);
    } else if (/^[+-]\d+$/.test(target)) this.lose();
    else {
      this.stack = [current, ...this.stack];
      this.goTo(resolvePath(current, target, this.unknowns));
    }
  }

  private goTo(directory: string): void {
    this.previous = this.current;
    this.current = directory;
  }
}
