import { Cancelled } from '../errors.js';
import { placeProblems } from '../config/sources/source-locations.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { EXIT_CODES, EXIT_WRONG_USE } from '../outcome.js';
import { planShip } from '../plan/plan.js';
import type { Reporter } from '../ports.js';
import { hasChanges, wouldFail, type Plan } from '../report/plan.js';
import {
  logPlanErrors,
  planJson,
  renderDifferences,
  renderPlan,
  renderPlanSummary,
  type Paint
} from '../report/plan-text.js';
import { logError } from '../report/log.js';
import { connectWorld, readSettings, type Host } from '../run.js';
import type { Arguments } from './arguments.js';

type Asked = Pick<Arguments, 'flags' | 'problems'>;

export interface PlanContext {
  readonly host: Omit<Host, 'cleanupStore'>;
  readonly write: (text: string) => void;
  /** Colours, where a person watches. */
  readonly paint: Paint;
}

/** As `diff` has it: 0 nothing differs, 1 something does, 2 trouble. */
const EXIT_DIFFERENT = 1;

/** `slipway plan`: what `ship` would do. Resolves with the exit code; changes nothing, and writes no file but `--output`. */
export async function showPlan(
  { flags, problems }: Asked,
  { host: machine, write, paint }: PlanContext
): Promise<number> {
  const { json, output, ...given } = flags;
  const plan = await makeForecast({ flags: given, problems }, quiet(machine), true);
  const data = `${JSON.stringify(planJson(plan), undefined, 2)}\n`;
  write(json === 'true' ? data : renderPlan(plan, paint));
  if (output !== undefined) await machine.files.write(output, renderFor(output, plan, data));
  logPlanErrors(plan, machine.reporter);
  return wouldFail(plan) ? EXIT_WRONG_USE : EXIT_CODES.planned;
}

/** `slipway diff`: only what differs between the files and what runs. Resolves with diff's own exit codes; changes nothing. */
export async function showDiff(
  { flags, problems }: Asked,
  { host: machine, write, paint }: PlanContext
): Promise<number> {
  const { json, ...given } = flags;
  try {
    const plan = await makeForecast({ flags: given, problems }, quiet(machine), false);
    write(json === 'true' ? `${JSON.stringify(listChanges(plan), undefined, 2)}\n` : renderDifferences(plan, paint));
    return hasChanges(plan) ? EXIT_DIFFERENT : 0;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    // 1 says that something differs: what went wrong, whoever's fault it is, must not say that.
    logError(error, machine.reporter);
    return EXIT_WRONG_USE;
  }
}

async function makeForecast(
  { flags, problems }: Asked,
  host: Omit<Host, 'cleanupStore'>,
  withPreflight: boolean
): Promise<Plan> {
  const { config, locate } = await readSettings({ given: flags, givenFrom: 'flag', problems }, host);
  const world = connectWorld(config, { ...host, cleanupStore: inMemoryCleanupStore(new Map()) });
  try {
    return await planShip(config, world, { withPreflight });
  } catch (error) {
    throw placeProblems(error, locate);
  }
}

/** Standard output is the plan's alone. */
function quiet(host: Omit<Host, 'cleanupStore'>): Omit<Host, 'cleanupStore'> {
  const reporter: Reporter = {
    ...host.reporter,
    progress: undefined,
    group: (_title, body) => body(),
    info: line => host.reporter.debug(line)
  };
  return { ...host, reporter };
}

function renderFor(path: string, plan: Plan, data: string): string {
  if (path.endsWith('.json')) return data;
  return path.endsWith('.md') ? renderPlanSummary(plan) : renderPlan(plan);
}

function listChanges({ services }: Plan): object {
  return services.map(({ service, definition }) => ({
    service: service ?? null,
    family: definition?.family ?? null,
    comparedWith: definition?.comparedWith ?? null,
    changes: definition?.changes ?? []
  }));
}
