import { isRecord } from './text/record.js';

/**
 * Makes a function that is asked once for each question and gives all who ask the same answer, a rejection too. For what only looks.
 *
 * @param keyOf what makes two questions the same; by default their JSON, in any order of members
 */
export function memoize<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Answer,
  keyOf: (...question: Question) => string = toKey
): (...question: Question) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (...question) => {
    const key = keyOf(...question);
    const known = answers.get(key) ?? { answer: ask(...question) };
    answers.set(key, known);
    return known.answer;
  };
}

/** Makes a function that those who ask while the same is asked share; whoever asks later asks anew. */
export function sharePending<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>
): (...question: Question) => Promise<Answer> {
  const pending = new Map<string, Promise<Answer>>();
  return (...question) => {
    const key = toKey(...question);
    const answer = pending.get(key) ?? ask(...question);
    pending.set(key, answer);
    const forget = (): void => void pending.delete(key);
    answer.then(forget, forget);
    return answer;
  };
}

/** A port with these methods in place of its own, or beside them; whatever else it can do stays as it is. */
export function overridePort<Port extends object, More extends object = object>(
  port: Port,
  methods: Partial<Port> & More
): Port & More {
  return Object.assign(Object.create(port) as Port, methods);
}

/** A port whose methods of these names ask once for the same question, as `memoize` says. */
export function memoizePort<Port extends object>(port: Port, names: readonly (keyof Port & string)[]): Port {
  const methods = names.map(name => {
    const method = port[name] as (...question: readonly unknown[]) => unknown;
    return [name, memoize((...question: readonly unknown[]) => method.apply(port, [...question]))] as const;
  });
  return overridePort(port, Object.fromEntries(methods) as Partial<Port>);
}

function toKey(...question: readonly unknown[]): string {
  return JSON.stringify(question, (_name, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value
  );
}
