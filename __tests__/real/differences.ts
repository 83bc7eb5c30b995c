/** The shape of an answer: members, the shape of a list's items, or the name of a type. */
type Shape = string | readonly [] | readonly [Shape] | { readonly [member: string]: Shape };

export interface Answer {
  readonly step: string;
  /** The error's name; null where there is none. */
  readonly error: string | null;
  readonly shape: Shape | null;
}

/** Where two answers to the same request differ, one sentence each: `ecs create_cluster: cluster.tags only in ours`. */
export function compareAnswers(ours: Answer, theirs: Answer): readonly string[] {
  const tell = (what: string): string => `${ours.step} | ${what}`;
  if (ours.error !== theirs.error)
    return [tell(`${ours.error ?? 'an answer'} in ours, ${theirs.error ?? 'an answer'} in theirs`)];
  return ours.shape === null || theirs.shape === null ? [] : compareShapes(ours.shape, theirs.shape, '').map(tell);
}

function compareShapes(ours: Shape, theirs: Shape, path: string): readonly string[] {
  if (isList(ours) && isList(theirs)) {
    const [our, their] = [ours[0], theirs[0]];
    if (our !== undefined && their !== undefined) return compareShapes(our, their, `${path}[]`);
    if (our === their) return [];
    return [`${path} has items only in ${our === undefined ? 'theirs' : 'ours'}`];
  }
  if (isRecord(ours) && isRecord(theirs)) {
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort().flatMap(name => {
      const [our, their] = [ours[name], theirs[name]];
      const inner = path === '' ? name : `${path}.${name}`;
      if (our === undefined || their === undefined)
        return [`${inner} only in ${our === undefined ? 'theirs' : 'ours'}`];
      return compareShapes(our, their, inner);
    });
  }
  return ours === theirs ? [] : [`${path} is ${nameOf(ours)} in ours, ${nameOf(theirs)} in theirs`];
}

function isList(shape: Shape): shape is readonly [] | readonly [Shape] {
  return Array.isArray(shape);
}

function isRecord(shape: Shape): shape is { readonly [member: string]: Shape } {
  return typeof shape === 'object' && !isList(shape);
}

function nameOf(shape: Shape): string {
  if (typeof shape === 'string') return shape;
  return isList(shape) ? 'a list' : 'a structure';
}

/** What is left of the differences when those are taken off that the table knows, and the rows that no difference was found for. */
export function sortOut(
  differences: readonly string[],
  known: readonly (readonly [pattern: RegExp, reason: string])[]
): { readonly unknown: readonly string[]; readonly stale: readonly string[] } {
  return {
    unknown: differences.filter(difference => !known.some(([pattern]) => pattern.test(difference))),
    stale: known.filter(([pattern]) => !differences.some(each => pattern.test(each))).map(([pattern]) => pattern.source)
  };
}
