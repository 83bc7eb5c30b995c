import { watchStatus } from '../../../src/commands/watch-status.js';
import type { Screen } from '../../../src/ports.js';
import { runsOf } from '../../gates/simulate.js';
import { setUpGated, type GatedStage } from '../../gates/stages.js';
import { CLUSTER } from '../../search/stages.js';
import type { VirtualMachine } from '../../simulation/machine.js';
import { Simulation, type Observer, type SimulatedRun } from '../../simulation/simulation.js';

export interface WatchedCase {
  readonly stage: GatedStage;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly behaviour?: string;
  readonly seed?: number;
  readonly shows?: 'lines' | 'json' | 'screen';
  /** Of the screen. */
  readonly size?: { readonly columns: number; readonly rows: number };
  /** Called for every request, of the run and of the watch. */
  readonly observe?: (simulation: Simulation) => Observer;
}

export interface WatchedRun {
  readonly run: SimulatedRun;
  readonly watch: SimulatedRun;
  /** What standard output got, or each frame of the screen. */
  readonly shown: readonly string[];
  readonly error: unknown;
  readonly lines: readonly string[];
  /** What stands on the terminal after the screen was closed. */
  readonly left: readonly string[] | undefined;
}

/** Ships in virtual time while `slipway status --watch` looks on; Ctrl-C ends it a minute after the run. */
export async function simulateWatch(given: WatchedCase, folder: string): Promise<WatchedRun> {
  const { stage, inputs, behaviour, shows = 'lines', size = { columns: 100, rows: 30 } } = given;
  const simulation = await Simulation.open(given.seed ?? 1, folder);
  await setUpGated({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, stage);
  simulation.pass(600_000);
  const shown: string[] = [];
  let left: readonly string[] | undefined;
  let error: unknown;
  const openScreen = (): Screen => ({
    ...size,
    show: lines => void shown.push(lines.join('\n')),
    onChange: () => undefined,
    close: lines => (left = lines)
  });
  const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web' };
  const flags = {
    cluster: CLUSTER,
    service: 'web',
    ...(stage.strategy === 'codedeploy' ? group : {}),
    ...(shows === 'json' ? { json: 'true' } : {})
  };
  const output = {
    write: (text: string) => void shown.push(text),
    openScreen: shows === 'screen' ? openScreen : undefined,
    paint: (_code: number, text: string) => text,
    lost: new AbortController().signal
  };
  const command = (machine: VirtualMachine): Promise<number> =>
    watchStatus({ flags, problems: [] }, machine, output).catch((thrown: unknown) => {
      error = thrown;
      return 2;
    });
  const observer = given.observe?.(simulation) ?? {};
  simulation.observer = {
    ...observer,
    ended: run => {
      observer.ended?.(run);
      const [, watching] = simulation.runs;
      if (run.name === 'A' && watching !== undefined)
        simulation.time.after(60_000, () => simulation.cancelRun(watching));
    }
  };
  const [run, watch] = await simulation.run([
    { ...runsOf(stage, 'A', inputs, behaviour), delay: 10_000 },
    { name: 'B', inputs: {}, files: {}, command }
  ]);
  if (run === undefined || watch === undefined) throw new Error('Nothing ran.');
  const { lines, warnings } = watch.machine.reporter;
  return { run, watch, shown, error, lines: [...lines, ...warnings], left };
}
