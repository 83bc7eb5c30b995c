/** One of those among whom a rule divides its traffic. */
interface Share {
  readonly arn: string;
  readonly weight: number | undefined;
}

const credits = new WeakMap<readonly Share[], number[]>();

/**
 * Chooses the target group of the next request. Elastic Load Balancing draws by weight; here the order is fixed and as even as weights allow
 * (smooth weighted round robin), so that of a hundred requests exactly ten go where the weight is 10 of 100. New shares begin anew.
 *
 * @returns undefined where none has a weight
 */
export function chooseShare(shares: readonly Share[]): string | undefined {
  const total = shares.reduce((sum, { weight = 1 }) => sum + weight, 0);
  if (total <= 0) return undefined;
  const held = credits.get(shares) ?? shares.map(() => 0);
  credits.set(shares, held);
  let best = 0;
  shares.forEach(({ weight = 1 }, index) => {
    held[index] = (held[index] ?? 0) + weight;
    if ((held[index] ?? 0) > (held[best] ?? 0)) best = index;
  });
  held[best] = (held[best] ?? 0) - total;
  return shares[best]?.arn;
}
