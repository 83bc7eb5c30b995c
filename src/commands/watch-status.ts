import type { RolloutConfig } from '../config/config.js';
import { Cancelled, combineErrors } from '../errors.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { EXIT_CODES } from '../outcome.js';
import type { Reporter, Screen } from '../ports.js';
import { watchJson } from '../report/watch-json.js';
import { describeWatchInput } from '../report/watch-lines.js';
import { renderWatchScreen } from '../report/watch-screen.js';
import { batchCodeDeployReads } from '../rollout/batching/codedeploy.js';
import { batchEcsReads } from '../rollout/batching/ecs.js';
import { AWS_SILENT } from '../rollout/monitor/poll.js';
import { openWatchState, updateWatchState, type WatchInput, type WatchState } from '../rollout/watch/state.js';
import type { WatchContext } from '../rollout/watch/watch-event.js';
import { watchService } from '../rollout/watch/watch-service.js';
import { connectWorld, type Host } from '../run.js';
import { resourceName } from '../text/arn.js';
import type { Arguments } from './arguments.js';
import { listServices, readServiceSettings } from './status-and-rollback.js';

/** What the view is shown on. */
export interface WatchOutput {
  /** Lines, or JSON lines. */
  readonly write: (text: string) => void;
  /** A terminal to draw on; undefined: lines are added as something changes. */
  readonly openScreen: (() => Screen) | undefined;
  readonly paint: (code: number, text: string) => string;
  /** Fires when nobody reads what is written any more. */
  readonly lost: AbortSignal;
}

type Given = Pick<Arguments, 'flags' | 'problems'>;

/**
 * `slipway status --watch`: shows services as they change, until it is interrupted or all of them are deleted. Changes nothing. Resolves with
 * the exit code: 0 where it was interrupted, 1 where the services were deleted.
 *
 * @throws SlipwayError what AWS refuses, where nothing is left to watch
 */
export async function watchStatus(
  { flags: { json, ...flags }, problems }: Given,
  host: Omit<Host, 'cleanupStore'>,
  output: WatchOutput
): Promise<number> {
  const config = await readServiceSettings({ flags, problems }, host);
  const services = listServices(config);
  const signal = AbortSignal.any([host.signal, output.lost]);
  const view = openView(services, config.region, json === 'true', host, output);
  const done = new AbortController();
  try {
    const ticking = view.tick(AbortSignal.any([signal, done.signal]));
    const errors = await watchAll(services, { ...host, signal }, config, view);
    done.abort();
    await ticking;
    if (signal.aborted) return 0;
    if (errors.length > 0) throw combineErrors(errors);
    return EXIT_CODES.failed;
  } catch (error) {
    if (error instanceof Cancelled && signal.aborted) return 0;
    throw error;
  } finally {
    done.abort();
    view.close();
  }
}

interface View {
  readonly take: (index: number, input: WatchInput) => void;
  /** What a service's follow log goes to. */
  readonly reporterOf: (index: number) => Reporter;
  /** Shows that time passes, until the signal fires. */
  readonly tick: (signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** Watches each; one that AWS refuses holds up no other. Resolves with the errors, when all are over. */
async function watchAll(
  services: readonly RolloutConfig[],
  host: Omit<Host, 'cleanupStore'>,
  config: Parameters<typeof connectWorld>[0],
  view: View
): Promise<readonly unknown[]> {
  const { signal } = host;
  // What the connection has to say belongs to all of them.
  const quiet = { ...host, reporter: view.reporterOf(0), cleanupStore: inMemoryCleanupStore(new Map()) };
  const world = connectWorld(config, quiet);
  const isOne = services.length === 1;
  const reads = batchEcsReads(world.ecs, world.clock, signal);
  const deployments = batchCodeDeployReads(world.codedeploy, world.clock, signal);
  const { clock, logs, region } = world;
  const ports = isOne ? world : { ecs: reads.ecs, codedeploy: deployments.codedeploy, logs };
  const { concurrentRollouts } = deployments;
  const contextOf = (index: number): WatchContext => ({
    ecs: ports.ecs,
    codedeploy: ports.codedeploy,
    logs,
    clock,
    region,
    signal,
    reporter: view.reporterOf(index),
    ...(isOne ? {} : { concurrentRollouts })
  });
  const errors: unknown[] = [];
  await Promise.all(
    services.map(async (rollout, index) => {
      const leave = [reads.enter()];
      let isCounted = false;
      try {
        await watchService(rollout, contextOf(index), event => {
          if (!isCounted && 'target' in event && event.target.controller === 'CODE_DEPLOY') {
            leave.push(deployments.enter());
            isCounted = true;
          }
          view.take(index, event);
        });
      } catch (error) {
        if (signal.aborted) return;
        errors.push(error);
        const message = error instanceof Error ? error.message : String(error);
        if (!isOne) view.take(index, { kind: 'refused', message });
      } finally {
        for (const end of leave) end();
      }
    })
  );
  return errors;
}

function openView(
  services: readonly RolloutConfig[],
  region: string,
  isJson: boolean,
  host: Omit<Host, 'cleanupStore'>,
  output: WatchOutput
): View {
  const { clock, reporter } = host;
  const states = services.map(({ cluster, service }) =>
    openWatchState(resourceName(cluster), resourceName(service ?? ''))
  );
  const update = (index: number, input: WatchInput): { readonly before: WatchState; readonly after: WatchState } => {
    const before = states[index] ?? openWatchState('', '');
    const after = updateWatchState(before, input, clock.now());
    states[index] = after;
    return { before, after };
  };
  const quietly = (index: number, take: View['take']): Reporter => ({
    ...reporter,
    group: (_title, body) => body(),
    info: () => undefined,
    // Of silence the view tells itself, as long as it lasts.
    warn: message => (message === AWS_SILENT ? undefined : take(index, { kind: 'warning', message })),
    error: message => take(index, { kind: 'warning', message }),
    progress: undefined
  });
  const wait = (): Promise<void> => Promise.resolve();
  if (isJson) {
    const written = services.map(() => '');
    const take: View['take'] = (index, input) => {
      const line = JSON.stringify(watchJson(update(index, input).after, region));
      if (line !== written[index]) output.write(`${line}\n`);
      written[index] = line;
    };
    return { take, reporterOf: index => quietly(index, take), tick: wait, close: () => undefined };
  }
  if (output.openScreen === undefined) {
    const width = Math.max(...services.map(({ service = '' }) => resourceName(service).length));
    const labelOf = ({ service = '' }: RolloutConfig): string =>
      services.length > 1 ? `${resourceName(service).padEnd(width)} ` : '';
    const take: View['take'] = (index, input) => {
      const { before, after } = update(index, input);
      for (const line of describeWatchInput(input, before, after)) reporter.info(line);
    };
    const labeled = (label: string): Reporter => ({
      ...reporter,
      progress: undefined,
      info: line => reporter.info(`${label}${line}`),
      warn: line => reporter.warn(`${label}${line}`)
    });
    const reporters = services.map(service => labeled(labelOf(service)));
    return { take, reporterOf: index => reporters[index] ?? reporter, tick: wait, close: () => undefined };
  }
  const screen = output.openScreen();
  const render = (isLast: boolean): readonly string[] => {
    const { columns, rows } = screen;
    return renderWatchScreen(states, { columns, rows, now: clock.now(), paint: output.paint, isLast });
  };
  const draw = (): void => screen.show(render(false));
  screen.onChange(draw);
  const take: View['take'] = (index, input) => {
    update(index, input);
    draw();
  };
  return {
    take,
    reporterOf: index => quietly(index, take),
    tick: async signal => {
      while (!signal.aborted) {
        draw();
        await clock.sleep(1_000, signal).catch(() => undefined);
      }
    },
    // What was found out stands.
    close: () => screen.close(states.some(({ target }) => target !== undefined) ? render(true) : [])
  };
}
