import { region } from './stage.mjs';

/** @typedef {import('./watch.mjs').Stage} Stage */
/** @typedef {import('./watch.mjs').Job} Job */

/**
 * `slipway status --watch` of the job's service, on ports of its own.
 *
 * @param {Stage} stage
 * @param {Job} job
 */
export function startWatch(stage, job) {
  const { ours, clock } = stage;
  /** @type {number[]} */
  const calls = [];
  const end = new AbortController();
  const context = {
    ...countCalls(
      stage,
      () => void calls.push(clock.now()),
      () => undefined
    ),
    clock,
    region,
    signal: end.signal,
    reporter: reporterTo(() => undefined)
  };
  const watching = ours.watchService(configOf(stage, job), context, () => undefined);
  return {
    stop: async () => {
      end.abort(new Error('The race is over.'));
      await watching.catch((/** @type {unknown} */ error) => {
        if (!end.signal.aborted) throw error;
      });
      return calls;
    }
  };
}

/**
 * The ports of a rollout, each call of which is told before it is made, and its answer after it.
 *
 * @param {Stage} stage
 * @param {() => void} onCall
 * @param {(name: string | symbol, answer: unknown) => void} onAnswer
 */
export function countCalls({ ours, clientConfig }, onCall, onAnswer) {
  const connection = { region, clientConfig };
  /**
   * @template {object} Port
   * @param {Port} port
   * @returns {Port}
   */
  const count = port =>
    new Proxy(port, {
      get: (methods, name) => {
        const method =
          /** @type {Readonly<Record<string | symbol, (...args: readonly unknown[]) => Promise<unknown>>>} */ (methods)[
            name
          ];
        if (method === undefined) throw new Error(`${String(name)} is no call of this port.`);
        /** @param {readonly unknown[]} args */
        return async (...args) => {
          onCall();
          const answer = await method(...args);
          onAnswer(name, answer);
          return answer;
        };
      }
    });
  return {
    ecs: count(ours.createEcsPort(connection)),
    codedeploy: count(ours.createCodeDeployPort(connection)),
    logs: count(ours.createLogsPort(connection))
  };
}

/**
 * @param {Stage} stage
 * @param {Job} job
 * @returns {import('../src/config/config.js').RolloutConfig}
 */
export function configOf({ ours }, { name, controller }) {
  const codedeploy = controller === 'ECS' ? undefined : name;
  return {
    ...ours.NOTHING_SET.getAll('services', ours.ROLLOUT_SETTINGS),
    cluster: 'shop',
    service: name,
    codedeployApplication: codedeploy,
    codedeployDeploymentGroup: codedeploy,
    failAfter: 3
  };
}

/**
 * @param {(line: string) => void} log
 * @returns {import('../src/ports.js').Reporter}
 */
export function reporterTo(log) {
  return {
    group: (_title, body) => body(),
    info: log,
    warn: log,
    error: log,
    debug: () => undefined,
    mask: () => undefined
  };
}
