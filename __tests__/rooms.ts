/** What a room of src may import. */
export interface Rules {
  /** Rooms whose values may be used. Types may be taken from these and from `types`. */
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Packages and Node's own modules. */
  readonly packages?: RegExp;
}

/** Rooms that every other may use. */
export const SHARED = [
  'errors',
  'ports',
  'outcome',
  'cancellation',
  'memoize',
  'parallel',
  'retry',
  'timeline',
  'text',
  'causes'
];
const FILES = ['task-definition', 'appspec', 'artifacts'];
const PURE_NODE = /^node:(crypto|util|path|buffer)$/;

/** Which room may import from which. A room is a folder of src, or a file at its top. Data flows from the top of this list down, never back. */
export const ROOMS: Readonly<Record<string, Rules>> = {
  errors: { values: [] },
  ports: { values: [], types: ['errors'], packages: /^node:http$/ },
  outcome: { values: [] },
  cancellation: { values: ['errors'], types: ['ports'] },
  parallel: { values: [] },
  retry: { values: ['errors'], types: ['ports'] },
  timeline: { values: [], types: ['ports'] },
  memoize: { values: ['text'] },
  text: { values: ['errors'], packages: /^(js-yaml|jsonc-parser)$/ },
  // Why a text of AWS or Docker was said: one table, for everybody who shows or weighs such a text.
  causes: { values: ['errors'] },
  config: { values: SHARED, packages: /^js-yaml$/ },
  image: { values: SHARED, types: ['config', 'aws/types'], packages: PURE_NODE },
  'task-definition': { values: SHARED, types: ['config', 'image', 'aws/types'], packages: /^js-yaml$/ },
  appspec: { values: [...SHARED, 'task-definition'], types: ['config', 'aws/types'], packages: /^js-yaml$/ },
  artifacts: { values: [...SHARED, 'task-definition', 'appspec'], types: ['config', 'image'] },
  rollout: {
    values: [...SHARED, 'aws/errors', 'aws/console'],
    types: ['config', 'image', ...FILES, 'aws/types'],
    packages: PURE_NODE
  },
  // What would make a rollout shorter, from what one has shown: pure.
  advice: { values: [...SHARED, 'rollout/result'], types: ['rollout', 'aws/types'] },
  // Reads a running service and writes a project's files.
  init: {
    values: [...SHARED, 'config', 'image', ...FILES, 'rollout', 'aws/errors'],
    types: ['aws/types'],
    packages: /^js-yaml$/
  },
  // Checks what a deployment needs in AWS, and never changes anything.
  preflight: {
    values: [...SHARED, 'task-definition/types', 'aws/errors'],
    types: ['config', 'image', ...FILES, 'rollout', 'aws/types']
  },
  // Generates the files of CodePipeline from the settings, and reads buildspecs.
  pipeline: {
    values: [
      ...SHARED,
      'config',
      'image',
      ...FILES,
      'aws/iam-actions',
      'preflight/value-from',
      'preflight/requirements'
    ],
    packages: /^(js-yaml|unbash|node:(crypto|path|buffer))$/
  },
  report: {
    values: [...SHARED, 'aws/console'],
    types: ['config', 'image', ...FILES, 'rollout', 'advice', 'preflight', 'aws/types']
  },
  aws: {
    values: SHARED,
    types: ['config', 'image', 'rollout', 'advice', 'preflight'],
    packages: /^((@aws-sdk|@smithy)\/|node:(stream|https?)$)/
  },
  host: { values: SHARED, packages: /^(node:|@actions\/|https?-proxy-agent$)/ },
  context: { values: [], types: ['ports', 'image', 'rollout', 'advice'] },
  // The steps of the job, each with the run's context.
  steps: {
    values: [...SHARED, 'config', 'image', ...FILES, 'rollout', 'advice', 'aws/errors'],
    types: ['aws/types', 'pipeline', 'context'],
    packages: PURE_NODE
  },
  // The plan: the same job, described before it runs.
  plan: {
    values: [
      ...SHARED,
      'config',
      'image',
      ...FILES,
      'rollout',
      'preflight',
      'report/plan',
      'aws/iam-actions',
      'context',
      'steps'
    ],
    packages: PURE_NODE
  },
  // The job: ship.ts, run.ts, which connects it to the world, and cleanup.ts for what it leaves. At the top of src.
  ship: {
    values: [...SHARED, 'config', 'image', 'rollout', 'report', 'aws', 'context', 'steps', 'plan'],
    packages: PURE_NODE
  },
  // The built-in AWS is a program of its own: it shares errors and AWS's service model, and none of the logic that it tests.
  emulator: { values: SHARED, packages: /^(node:|js-yaml$)/ }
};
/** Entries wire everything. */
export const ENTRIES = new Set(['bundle', 'index', 'post', 'cli', 'commands']);
