/** Milliseconds as people say them: `850 ms`, `42 s`, `3 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** A moment by UTC, which the reader is told elsewhere: `2026-03-01 10:00:05`. */
export function formatDateTime(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** A moment as `2026-03-01 10:00:05 UTC`. */
export function formatMoment(moment: Date): string {
  return `${formatDateTime(moment)} UTC`;
}

/** The time of day by UTC of milliseconds since the epoch: `10:00:05`. */
export function formatTimeOfDay(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

/** `12 s`, `3 min 05 s`, right-aligned to the common length. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const text = minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return text.padStart(11);
}

const HOUR = 3_600_000;

/** How long ago a moment was, in its largest unit: `42 s ago`, `3 h ago`, `12 days ago`. Both in milliseconds since the epoch. */
export function formatAgo(at: number, now: number): string {
  const past = Math.max(0, now - at);
  if (past >= 48 * HOUR) return `${Math.floor(past / (24 * HOUR))} days ago`;
  if (past >= HOUR) return `${Math.floor(past / HOUR)} h ago`;
  return past >= 60_000 ? `${Math.floor(past / 60_000)} min ago` : `${Math.floor(past / 1_000)} s ago`;
}
