const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes with three digits that count, in powers of 1,000 as Docker has them: `812 bytes`, `24.1 MB`, `1.30 GB`. Pure. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  // What would be rounded to 1,000 is 1 of the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  if (unit === 0) return Math.round(value) === 1 ? '1 byte' : `${Math.round(value)} bytes`;
  // As many digits before the point as are there, and the rest behind it.
  const decimals = [99.95, 9.995].filter(limit => value < limit).length;
  return `${value.toFixed(decimals)} ${UNITS[unit] ?? ''}`;
}
