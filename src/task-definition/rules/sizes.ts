import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import { findPlaceholder } from '../../text/templates.js';
import { GUIDE, REGISTER, ecsAnswers, error, numberOf, textOf, type RuleFinding, warning } from './finding.js';
import type { RuleContext } from './context.js';

export const SIZE_RULES = new RuleList();
const TASK_SIZE_FORM = SIZE_RULES.add(
  'task-size-form',
  'either',
  "The task's cpu is not in CPU units or vCPUs, or its memory is not in MiB or GB.",
  "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning."
);
const TASK_CPU_RANGE = SIZE_RULES.add(
  'task-cpu-range',
  'error',
  "The task's cpu is outside 128 to 196608 CPU units.",
  `${REGISTER} (cpu)`
);
const FARGATE_SIZE_MISSING = SIZE_RULES.add(
  'fargate-size-missing',
  'error',
  'On Fargate, the task has no cpu or no memory.',
  ecsAnswers("Fargate requires that 'cpu' be defined at the task level.")
);
const FARGATE_SIZE = SIZE_RULES.add(
  'fargate-size',
  'error',
  'Fargate does not support this pair of cpu and memory, or Windows has less than one vCPU.',
  ecsAnswers('No Fargate configuration exists for given values.')
);
const FARGATE_SIZE_DISPUTED = SIZE_RULES.add(
  'fargate-size-disputed',
  'warning',
  "32 vCPU, or more than 4 vCPU for Windows: AWS's pages disagree on whether these sizes exist.",
  `${GUIDE}/task-cpu-memory-error.html against ${REGISTER} (memory)`
);
const EPHEMERAL_STORAGE = SIZE_RULES.add(
  'ephemeral-storage',
  'error',
  'Ephemeral storage is outside 21 to 200 GiB, or the task is not for Fargate.',
  ecsAnswers(
    'EphemeralStorage size should be at least 21; Tasks using the EC2 launch type do not support EphemeralStorage'
  )
);

interface Steps {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Task memory in MiB by CPU units: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
const FARGATE_SIZES: ReadonlyMap<number, Steps | readonly number[]> = new Map<number, Steps | readonly number[]>([
  [256, [512, 1024, 2048]],
  [512, { from: 1024, to: 4096, step: 1024 }],
  [1024, { from: 2048, to: 8192, step: 1024 }],
  [2048, { from: 4096, to: 16_384, step: 1024 }],
  [4096, { from: 8192, to: 30_720, step: 1024 }],
  [8192, { from: 16_384, to: 61_440, step: 4096 }],
  [16_384, { from: 32_768, to: 122_880, step: 8192 }],
  [32_768, [61_440, 122_880, 249_856]]
]);
/** The newest row: one page of AWS has it, the others and the service model's documentation do not. */
const DISPUTED_CPU = 32_768;
const LEAST_CPU_WINDOWS = 1024;
const MAX_CPU_WINDOWS = 4096;
const EC2_CPU = { least: 128, max: 196_608 };

type Member = 'cpu' | 'memory';

/** `cpu` and `memory` of the task: how they are written, and the sizes that Fargate has. */
export function checkSizes(context: RuleContext): readonly RuleFinding[] {
  return [
    ...checkWriting(context, 'cpu'),
    ...checkWriting(context, 'memory'),
    ...checkFargateSize(context),
    ...checkBounds(context)
  ];
}

/** CPU units of `256`, `.25 vCPU`, `1vcpu`; undefined for anything else. */
function readCpu(text: string): number | undefined {
  return readSize(text, /^(\d*\.?\d+)\s*vCPU$/i);
}

/** MiB of `512`, `0.5GB`, `1 GB`; undefined for anything else. */
function readMemory(text: string): number | undefined {
  return readSize(text, /^(\d*\.?\d+)\s*GB$/i);
}

function readSize(text: string, unit: RegExp): number | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const amount = unit.exec(trimmed)?.[1];
  return amount === undefined ? undefined : Number(amount) * 1024;
}

export function sizeOf({ definition }: RuleContext, member: Member): number | undefined {
  const text = textOf(definition, member);
  if (text === undefined) return undefined;
  return member === 'cpu' ? readCpu(text) : readMemory(text);
}

function checkWriting(context: RuleContext, member: Member): readonly RuleFinding[] {
  const text = textOf(context.definition, member);
  if (text === undefined || findPlaceholder(text) !== undefined || sizeOf(context, member) !== undefined) return [];
  const examples = member === 'cpu' ? 'CPU units ("1024") or vCPUs ("1 vCPU")' : 'MiB ("1024") or GB ("1 GB")';
  const what = `${quote(text)} is no ${member} of a task: ECS takes ${examples}.`;
  const next = 'Write it so.';
  // Units that are near to those that AWS documents may be taken.
  return /^\d*\.?\d+\s*(?:vCPUs|MB|MiB|GiB|G|M)$/i.test(text.trim())
    ? [warning(TASK_SIZE_FORM, [member], what, next)]
    : [error(TASK_SIZE_FORM, [member], what, next)];
}

function checkFargateSize(context: RuleContext): readonly RuleFinding[] {
  if (!context.isFargate) return [];
  const missing = (['cpu', 'memory'] as const).filter(member => textOf(context.definition, member) === undefined);
  if (missing.length > 0)
    return missing.map(member =>
      error(
        FARGATE_SIZE_MISSING,
        [member],
        `On Fargate the task itself needs ${member}; there is none beside "family".`,
        `Add "${member}": "${member === 'cpu' ? '256' : '512'}", or more, at the top of the task definition.`
      )
    );
  const cpu = sizeOf(context, 'cpu');
  const memory = sizeOf(context, 'memory');
  if (cpu === undefined || memory === undefined) return [];
  const sizes = FARGATE_SIZES.get(cpu);
  if (sizes === undefined) {
    const what = `Fargate has no task with ${cpu} CPU units; it has ${listNames([...FARGATE_SIZES.keys()].map(String), 'and')}.`;
    return [error(FARGATE_SIZE, ['cpu'], what, `Set cpu to ${quote(String(nextCpu(cpu)))}.`)];
  }
  if (!takes(sizes, memory)) {
    const what = `With cpu ${cpu} Fargate takes ${describe(sizes)} MiB of memory, got ${memory}.`;
    return [error(FARGATE_SIZE, ['memory'], what, adviseMemory(cpu, sizes, memory))];
  }
  return [...doubtLargest(cpu), ...checkWindows(context, cpu)];
}

function doubtLargest(cpu: number): readonly RuleFinding[] {
  if (cpu !== DISPUTED_CPU) return [];
  const what = 'AWS documents 32 vCPU on Fargate in one place only, and has refused it in some regions.';
  return [warning(FARGATE_SIZE_DISPUTED, ['cpu'], what, 'Try it in your region, or use 16 vCPU ("16384").')];
}

function checkWindows({ isWindows }: RuleContext, cpu: number): readonly RuleFinding[] {
  if (!isWindows) return [];
  if (cpu < LEAST_CPU_WINDOWS) {
    const what = `Windows on Fargate needs at least ${LEAST_CPU_WINDOWS} CPU units, got ${cpu}.`;
    return [error(FARGATE_SIZE, ['cpu'], what, 'Set cpu to "1024" and memory to "2048" or more.')];
  }
  if (cpu <= MAX_CPU_WINDOWS) return [];
  const what = `AWS documents ${cpu} CPU units on Fargate for Linux only; the task is for Windows.`;
  return [warning(FARGATE_SIZE_DISPUTED, ['cpu'], what, 'Set cpu to "4096" or less.')];
}

function takes(sizes: Steps | readonly number[], memory: number): boolean {
  if (!isSteps(sizes)) return sizes.includes(memory);
  return memory >= sizes.from && memory <= sizes.to && (memory - sizes.from) % sizes.step === 0;
}

function isSteps(sizes: Steps | readonly number[]): sizes is Steps {
  return 'step' in sizes;
}

function describe(sizes: Steps | readonly number[]): string {
  return isSteps(sizes) ? `${sizes.from} to ${sizes.to} in steps of ${sizes.step}` : listNames(sizes.map(String), 'or');
}

function nextCpu(cpu: number): number {
  return [...FARGATE_SIZES.keys()].find(size => size >= cpu) ?? 16_384;
}

/** The next larger memory with this CPU, or the smallest CPU with this memory. */
function adviseMemory(cpu: number, sizes: Steps | readonly number[], memory: number): string {
  const values = isSteps(sizes)
    ? Array.from({ length: (sizes.to - sizes.from) / sizes.step + 1 }, (_, index) => sizes.from + index * sizes.step)
    : sizes;
  const larger = values.find(value => value >= memory) ?? values.at(-1) ?? 0;
  const other = [...FARGATE_SIZES].find(([size, memories]) => size !== cpu && takes(memories, memory))?.[0];
  return `Set memory to "${larger}"${other === undefined ? '' : `, or cpu to "${other}"`}.`;
}

/** Bounds that hold wherever it runs. */
function checkBounds(context: RuleContext): readonly RuleFinding[] {
  const cpu = sizeOf(context, 'cpu');
  const findings: RuleFinding[] = [];
  if (!context.isFargate && !context.isWindows && cpu !== undefined && (cpu < EC2_CPU.least || cpu > EC2_CPU.max)) {
    const what = `cpu of a task is from ${EC2_CPU.least} to ${EC2_CPU.max} CPU units, got ${cpu}.`;
    findings.push(error(TASK_CPU_RANGE, ['cpu'], what, 'Set it within these bounds, or leave it out on EC2.'));
  }
  return [...findings, ...checkStorage(context)];
}

function checkStorage({ definition, launchTypes }: RuleContext): readonly RuleFinding[] {
  const storage = own(definition, 'ephemeralStorage');
  if (!isRecord(storage)) return [];
  const path = ['ephemeralStorage', 'sizeInGiB'];
  const size = numberOf(storage, 'sizeInGiB');
  const findings: RuleFinding[] = [];
  if (size !== undefined && (size < 21 || size > 200)) {
    const what = `Ephemeral storage is from 21 to 200 GiB, got ${size}.`;
    findings.push(
      error(EPHEMERAL_STORAGE, path, what, 'Leave ephemeralStorage out for the 20 GiB that every task has.')
    );
  }
  if (launchTypes.length > 0 && launchTypes.every(type => type === 'EC2' || type === 'EXTERNAL')) {
    const what = `Ephemeral storage is for Fargate; this task is for ${listNames(launchTypes)}.`;
    findings.push(error(EPHEMERAL_STORAGE, ['ephemeralStorage'], what, 'Remove ephemeralStorage.'));
  }
  return findings;
}
