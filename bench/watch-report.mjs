// The figures of watch.mjs as rows of the benchmark's table; all numbers are seconds of AWS's time.

/**
 * @typedef {import('./watch.mjs').RaceResult} RaceResult
 * @typedef {import('./watch.mjs').CrashResult} CrashResult
 */

/**
 * Rows of the benchmark: how soon each side knew of an end or of a failure, and by how many calls.
 *
 * @param {readonly RaceResult[]} allRaces
 * @param {readonly CrashResult[]} allCrashes
 * @param {number} scale
 */
export function reportWatching(allRaces, allCrashes, scale) {
  /** @type {import('./stage.mjs').Row[]} */
  const rows = [['Built-in AWS', `${scale} times as fast as the world; all numbers in seconds of its time`]];
  for (const [controller, title, waiter] of /** @type {const} */ ([
    ['ECS', 'ECS', 'waitUntilServicesStable'],
    ['CODE_DEPLOY', 'CodeDeploy', 'waitUntilDeploymentSuccessful']
  ])) {
    const races = allRaces.filter(({ job }) => job.controller === controller);
    const long = races.filter(({ length }) => length > 120_000);
    const ours = races.map(each => each.ours);
    const theirs = races.map(each => each.waiter);
    const ratio = mean(long.map(each => each.waiter)) / mean(long.map(each => each.ours));
    const waits = races.filter(({ at, startedAt }) => at - startedAt >= 60_000);
    const shortest = Math.min(...races.map(({ length }) => length));
    const longest = Math.max(...races.map(({ length }) => length));
    rows.push(
      [`${title}: deployments`, `${races.length}, of ${seconds(shortest)} to ${seconds(longest)} s`],
      [
        '  end to Slipway, p50 / p95 / mean',
        [percentile(ours, 50), percentile(ours, 95), mean(ours)].map(seconds).join(' / ')
      ],
      [`  end to ${waiter}`, [percentile(theirs, 50), percentile(theirs, 95), mean(theirs)].map(seconds).join(' / ')],
      ['  over 2 minutes, means: waiter / Slipway', `${ratio.toFixed(0)} (${long.length} deployments)`],
      [
        '  calls a minute: mean / busiest minute',
        `${mean(waits.map(({ calls, at, startedAt }) => calls.length / ((at - startedAt) / 60_000))).toFixed(1)} / ${Math.max(...races.map(({ calls }) => busiestMinute(calls)))}`
      ],
      [
        '  calls of status --watch beside it / calls of the run, busiest minute',
        `${(sum(waits.map(({ watched }) => watched.length)) / sum(waits.map(({ calls }) => calls.length))).toFixed(2)}, ${Math.max(...races.map(({ watched }) => busiestMinute(watched)))}`
      ]
    );
    const crashes = allCrashes.filter(({ job }) => job.controller === controller);
    rows.push(
      [
        '  third task STOPPED to the verdict, p50 / longest',
        [
          percentile(
            crashes.map(each => each.sinceStopped),
            50
          ),
          Math.max(...crashes.map(each => each.sinceStopped))
        ]
          .map(seconds)
          .join(' / ')
      ],
      [
        '  third container exited to the verdict, p50 / longest',
        [
          percentile(
            crashes.map(each => each.sinceStopping),
            50
          ),
          Math.max(...crashes.map(each => each.sinceStopping))
        ]
          .map(seconds)
          .join(' / ')
      ]
    );
  }
  return rows;
}

/**
 * The most calls in any 60 s.
 *
 * @param {readonly number[]} calls
 */
function busiestMinute(calls) {
  return Math.max(0, ...calls.map(from => calls.filter(at => at >= from && at < from + 60_000).length));
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return sum(numbers) / numbers.length;
}

/**
 * @param {readonly number[]} numbers
 * @param {number} percent
 */
function percentile(numbers, percent) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
