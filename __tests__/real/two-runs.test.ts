import { describe, expect, it } from '@jest/globals';

import { isUnderWay, stateOf, type Made } from '../search/history.js';
import { makePair, runPair, type PairResult, type Ran } from './two-runs-parts.js';

const PAIRS = 100;
/** Each is four processes, two at the same time. */
const AT_ONCE = 2;
const chosen = process.env['SLIPWAY_SEARCH_PAIR'];

// SLIPWAY_SEARCH_PAIR=17 npm run test:real -- two-runs: that one, with what the runs printed.
describe('two runs at once on one service, as processes', () => {
  it("have both verdicts right, and leave alone what is the other's", async () => {
    const pairs =
      chosen === undefined
        ? Array.from({ length: PAIRS }, (_, number) => makePair(number))
        : [makePair(Number(chosen))];
    const wrong: string[] = [];
    const outcomes: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = pairs.shift(); next !== undefined; next = pairs.shift()) {
        await runPair(next, result => {
          outcomes.push(...result.runs.map(({ result: { outputs } }) => outputs['outcome'] ?? 'killed'));
          if (chosen !== undefined)
            process.stdout.write(result.runs.map(({ part, result: { log } }) => `=== ${part.name}\n${log}\n`).join(''));
          const problems = judge(result);
          if (problems.length > 0) wrong.push(describePair(result, problems));
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(wrong).toEqual([]);
    if (chosen !== undefined) return;
    // They met: a good many superseded one another, and a good many were killed.
    const count = (outcome: string): number => outcomes.filter(each => each === outcome).length;
    expect(count('succeeded')).toBeGreaterThan(PAIRS / 5);
    expect(count('superseded')).toBeGreaterThan(PAIRS / 20);
    expect(count('killed') + count('cancelled')).toBeGreaterThan(PAIRS / 5);
  }, 3_600_000);
});

function describePair({ pair, runs }: PairResult, problems: readonly string[]): string {
  const ends = runs.map(
    ({ part, result, made }) =>
      `${part.name}: ${result.outputs['outcome'] ?? 'no outcome'}, ${made.map(stateOf).join(' and ') || 'nothing made'}`
  );
  return [`SLIPWAY_SEARCH_PAIR=${pair.number}: ${ends.join('; ')}`, ...problems, JSON.stringify(pair)].join('\n  ');
}

function judge(result: PairResult): readonly string[] {
  return [
    ...result.runs.flatMap(run => [...judgeVerdict(run), ...judgeLeft(run)]),
    ...judgeStops(result),
    ...judgeRevisions(result)
  ];
}

/** What became of its own deployment, and what it says of it. */
function judgeVerdict({ part, result, made, wasKilled }: Ran): readonly string[] {
  const outcome = result.outputs['outcome'];
  const say = (what: string): readonly string[] => [`${part.name}: ${what}`];
  if (outcome === undefined)
    return wasKilled && result.signal === 'SIGKILL' ? [] : say(`no outcome (exit code ${result.exitCode ?? 'none'})`);
  if (outcome === 'cancelled') return wasKilled ? [] : say('cancelled, and nobody cancelled it');
  const [first] = made;
  if (first === undefined) return outcome === 'failed' ? [] : say(`${outcome}, and no deployment of its own`);
  const state = stateOf(first);
  const isInDoubt = /this run's or another's/.test(result.log);
  // It was called off, and then cancelled before what that set off had ended.
  const isUnfollowed = wasKilled && /It was not followed: cancelled/.test(result.log);
  const right: Readonly<Record<string, RegExp>> = {
    succeeded: /^(SUCCESSFUL|Succeeded)$/,
    'rolled-back': /^ROLLBACK_SUCCESSFUL$|rollback Succeeded$/,
    superseded: /^STOPPED$|^Stopped/,
    failed: isInDoubt || isUnfollowed ? /./ : /^(STOPPED|ROLLBACK_FAILED|Failed|Stopped)/
  };
  const wentBack = outcome === 'rolled-back' && made.slice(1).some(each => stateOf(each) === 'SUCCESSFUL');
  return wentBack || right[outcome]?.test(state) === true ? [] : say(`${outcome}, and its own deployment is ${state}`);
}

/** What of a run that was cut short was left running. */
function judgeLeft({ part, result, made, wasKilled }: Ran): readonly string[] {
  if (!wasKilled || part.onCancel === 'leave' || result.postExitCode !== 0) return [];
  const isOnItsOwn = (each: Made): boolean =>
    isUnderWay(each) && /^(PENDING|IN_PROGRESS|Created|InProgress|Ready)$/.test(stateOf(each));
  return made
    .slice(0, 1)
    .filter(isOnItsOwn)
    .map(
      each =>
        `${part.name}: ${each.id} runs on (${stateOf(each)}), on-cancel: ${part.onCancel}, and the post step is green`
    );
}

/** Nobody stops what is the other's, but where CodeDeploy's active deployment is to be replaced. */
function judgeStops({ history, stops, runs, pair }: PairResult): readonly string[] {
  return runs.flatMap(({ part }) =>
    stops
      .filter(({ by }) => by === part.name)
      .flatMap(({ id }) => {
        const stopped = history.made.find(
          made => (made.engine === 'ecs' ? made.deployment.serviceDeployment.arn : made.id) === id
        );
        const mayStop =
          stopped === undefined ||
          stopped.by === part.name ||
          (pair.strategy === 'codedeploy' && part.onConflict === 'replace');
        return mayStop ? [] : [`${part.name} stopped ${stopped.by}'s ${stopped.id}`];
      })
  );
}

function judgeRevisions({ history, pair }: PairResult): readonly string[] {
  const most = pair.sameRevision ? 1 : 3;
  const count = history.listRevisions().filter(arn => arn.includes('shop-web')).length;
  return count > most ? [`${count} revisions are registered`] : [];
}
