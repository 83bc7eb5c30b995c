/**
 * Runs so many at a time, begun in the order of the items. One that rejects holds up no other.
 *
 * @returns how each ended, in the order of the items, after all have ended
 */
export async function settleAll<T, R>(
  items: readonly T[],
  max: number,
  run: (item: T, index: number) => Promise<R>
): Promise<readonly PromiseSettledResult<R>[]> {
  const queue: (() => Promise<void>)[] = [];
  const results = Promise.allSettled(
    items.map(
      (item, index) => new Promise<R>((resolve, reject) => queue.push(() => run(item, index).then(resolve, reject)))
    )
  );
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: Math.min(max, items.length) }, work));
  return results;
}

/** The values of what ended well. Throws what the first one was rejected with. */
export function valuesOf<R>(results: readonly PromiseSettledResult<R>[]): readonly R[] {
  return results.map(result => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
