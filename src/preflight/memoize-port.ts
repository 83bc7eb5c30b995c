/** Makes every method of a port ask once for the same question, and give the same answer to all who ask. For looks alone. */
export function memoizePort<T extends object>(port: T, methods: readonly (keyof T & string)[]): T {
  const answers = new Map<string, unknown>();
  const remembering = methods.map(name => {
    const method = port[name] as (...question: readonly unknown[]) => unknown;
    const ask = (...question: readonly unknown[]): unknown => {
      const key = JSON.stringify([name, ...question]);
      if (!answers.has(key)) answers.set(key, method.apply(port, [...question]));
      return answers.get(key);
    };
    return [name, ask] as const;
  });
  // Whatever else a port can do stays as it is.
  return Object.assign(Object.create(port) as T, Object.fromEntries(remembering));
}
