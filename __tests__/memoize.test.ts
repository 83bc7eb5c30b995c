import { describe, expect, it } from '@jest/globals';

import { memoize, memoizePort, overridePort, sharePending } from '../src/memoize.js';

/** Gives each question back with its number, and remembers all. */
function counter() {
  const asked: unknown[] = [];
  const ask = (...question: readonly unknown[]): string => {
    asked.push(question);
    return `${JSON.stringify(question)} ${asked.length}`;
  };
  return { asked, ask };
}

describe('memoize', () => {
  it.each([
    ['the same word', ['a'], ['a'], 1],
    ['another word', ['a'], ['b'], 2],
    ['nothing', [], [], 1],
    ['nothing and undefined', [], [undefined], 2],
    ['the same list', [['a', 'b']], [['a', 'b']], 1],
    ['a list in another order', [['a', 'b']], [['b', 'a']], 2],
    ['members in another order', [{ a: 1, b: { c: 2, d: 3 } }], [{ b: { d: 3, c: 2 }, a: 1 }], 1],
    ['a member that is undefined', [{ a: 1, b: undefined }], [{ a: 1 }], 1],
    ['another value of a member', [{ a: 1 }], [{ a: 2 }], 2],
    ['words that run into one another', ['a', 'b'], ['a,b'], 2]
  ])('%s', (_name, first, second, times) => {
    const { asked, ask } = counter();
    const remembered = memoize(ask);
    const answers = [remembered(...first), remembered(...second)];
    expect(asked).toHaveLength(times);
    expect(new Set(answers).size).toBe(times);
  });

  it('takes the key that it is given', () => {
    const { asked, ask } = counter();
    const remembered = memoize(ask, word => String(word).toLowerCase());
    expect(remembered('A')).toBe(remembered('a'));
    expect(asked).toEqual([['A']]);
  });

  it('keeps an answer that is undefined, and a rejection', async () => {
    let asked = 0;
    const silent = memoize(() => {
      asked += 1;
      return undefined;
    });
    silent();
    silent();
    expect(asked).toBe(1);
    const failing = memoize(async (name: string) => Promise.reject(new Error(name)));
    const [first, second] = [failing('a'), failing('a')];
    expect(first).toBe(second);
    await expect(first).rejects.toThrow('a');
  });
});

describe('sharePending', () => {
  it('shares an answer while it is awaited, and asks anew afterwards, also after a rejection', async () => {
    const answers: ((give: () => Promise<string>) => void)[] = [];
    const share = sharePending(async (...question: readonly string[]) =>
      new Promise<() => Promise<string>>(resolve => answers.push(resolve)).then(
        async give => `${question[0] ?? ''} ${await give()}`
      )
    );
    const [one, two, other] = [share('a'), share('a'), share('b')];
    expect(one).toBe(two);
    expect(answers).toHaveLength(2);
    answers[0]?.(async () => 'first');
    answers[1]?.(async () => Promise.reject(new Error('refused')));
    expect(await two).toBe('a first');
    await expect(other).rejects.toThrow('refused');
    const [again, otherAgain] = [share('a'), share('b')];
    expect(answers).toHaveLength(4);
    answers[2]?.(async () => 'second');
    answers[3]?.(async () => 'third');
    expect(await Promise.all([again, otherAgain])).toEqual(['a second', 'b third']);
  });
});

describe('ports', () => {
  class Port {
    readonly asked: string[] = [];
    read(name: string): string {
      this.asked.push(`read ${name}`);
      return `${name} read`;
    }
    list(name: string): string {
      this.asked.push(`list ${name}`);
      return `${name} listed`;
    }
  }

  it('asks once by the methods that are named, and each time by the others', () => {
    const port = new Port();
    const remembering = memoizePort(port, ['read']);
    expect([remembering.read('a'), remembering.read('a'), remembering.read('b')]).toEqual([
      'a read',
      'a read',
      'b read'
    ]);
    expect([remembering.list('a'), remembering.list('a')]).toEqual(['a listed', 'a listed']);
    expect(port.asked).toEqual(['read a', 'read b', 'list a', 'list a']);
  });

  it('replaces the methods that are given, and leaves the port itself as it is', () => {
    const port = new Port();
    const other = overridePort(port, { read: name => `not ${name}` });
    expect([other.read('a'), other.list('a'), port.read('a')]).toEqual(['not a', 'a listed', 'a read']);
  });
});
