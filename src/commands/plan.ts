import { Cancelled } from '../cancelled.js';
import { placeProblems } from '../config/locate.js';
import { memoryLedger } from '../host/console.js';
import { EXIT_CODES, EXIT_WRONG_USE } from '../outcome.js';
import { planShip } from '../plan.js';
import type { Reporter } from '../ports.js';
import { hasChanges, isDoomed, type Forecast } from '../report/forecast.js';
import {
  forecastJson,
  renderDifferences,
  renderForecast,
  renderForecastSummary,
  type Paint
} from '../report/forecast-text.js';
import { tellError } from '../report/tell.js';
import { connectWorld, readSettings, type Machine } from '../run.js';
import type { Arguments } from './arguments.js';

type Asked = Pick<Arguments, 'flags' | 'problems'>;

export interface PlanContext {
  readonly machine: Omit<Machine, 'ledger'>;
  readonly write: (text: string) => void;
  /** Colours, where a person watches. */
  readonly paint: Paint;
}

/** As `diff` has it: 0 nothing differs, 1 something does, 2 trouble. */
const EXIT_DIFFERENT = 1;

/** `slipway plan`: what `ship` would do. Resolves with the exit code; changes nothing, and writes no file but `--output`. */
export async function showPlan({ flags, problems }: Asked, { machine, write, paint }: PlanContext): Promise<number> {
  const { json, output, ...given } = flags;
  const forecast = await makeForecast({ flags: given, problems }, quiet(machine), true);
  const data = `${JSON.stringify(forecastJson(forecast), undefined, 2)}\n`;
  write(json === 'true' ? data : renderForecast(forecast, paint));
  if (output !== undefined) await machine.files.write(output, renderFor(output, forecast, data));
  return isDoomed(forecast) ? EXIT_WRONG_USE : EXIT_CODES.planned;
}

/** `slipway diff`: only what differs between the files and what runs. Resolves with diff's own exit codes; changes nothing. */
export async function showDiff({ flags, problems }: Asked, { machine, write, paint }: PlanContext): Promise<number> {
  const { json, ...given } = flags;
  try {
    const forecast = await makeForecast({ flags: given, problems }, quiet(machine), false);
    write(
      json === 'true' ? `${JSON.stringify(listChanges(forecast), undefined, 2)}\n` : renderDifferences(forecast, paint)
    );
    return hasChanges(forecast) ? EXIT_DIFFERENT : 0;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    // 1 says that something differs: what went wrong, whoever's fault it is, must not say that.
    tellError(error, machine.reporter);
    return EXIT_WRONG_USE;
  }
}

async function makeForecast(
  { flags, problems }: Asked,
  machine: Omit<Machine, 'ledger'>,
  withPreflight: boolean
): Promise<Forecast> {
  const { config, locate } = await readSettings({ given: flags, givenFrom: 'flag', problems }, machine);
  const world = connectWorld(config, { ...machine, ledger: memoryLedger(new Map()) });
  try {
    return await planShip(config, world, { withPreflight });
  } catch (error) {
    throw placeProblems(error, locate);
  }
}

/** Standard output is the plan's alone. */
function quiet(machine: Omit<Machine, 'ledger'>): Omit<Machine, 'ledger'> {
  const reporter: Reporter = {
    ...machine.reporter,
    progress: undefined,
    group: (_title, body) => body(),
    info: line => machine.reporter.debug(line)
  };
  return { ...machine, reporter };
}

function renderFor(path: string, forecast: Forecast, data: string): string {
  if (path.endsWith('.json')) return data;
  return path.endsWith('.md') ? renderForecastSummary(forecast) : renderForecast(forecast);
}

function listChanges({ services }: Forecast): object {
  return services.map(({ service, definition }) => ({
    service: service ?? null,
    family: definition?.family ?? null,
    comparedWith: definition?.comparedWith ?? null,
    changes: definition?.changes ?? []
  }));
}
