import { RuleList } from '../../errors.js';
import { quote } from '../../text/format.js';
import { error, inContainer, numberOf, textOf, warning, type RuleFinding, CONTAINER, ecsAnswers } from './finding.js';
import type { RuleContext } from './context.js';
import { sizeOf } from './sizes.js';

export const MEMORY_RULES = new RuleList();
const MEMORY_MISSING = MEMORY_RULES.add(
  'memory-missing',
  'error',
  'Neither the task nor the container has memory or memoryReservation.',
  ecsAnswers("Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.")
);
const MEMORY_RESERVATION = MEMORY_RULES.add(
  'memory-reservation',
  'error',
  'memoryReservation is greater than memory.',
  ecsAnswers("Invalid setting for container 'x'. 'memory' must be greater than or equal to 'memoryReservation'")
);
const MEMORY_OVER_TASK = MEMORY_RULES.add(
  'memory-over-task',
  'error',
  'A container has more memory than its task.',
  ecsAnswers("The 'memory' setting for container 'x' is greater than for the task")
);
const MEMORY_SUM_OVER_TASK = MEMORY_RULES.add(
  'memory-sum-over-task',
  'warning',
  'The containers together reserve more memory than the task has.',
  `${CONTAINER} (memory): “must be lower than the task memory value”`
);
const MEMORY_LEAST = MEMORY_RULES.add(
  'memory-least',
  'warning',
  'A container has less than the 6 MiB that Docker needs.',
  `${CONTAINER} (memory)`
);
const CPU_OVER_TASK = MEMORY_RULES.add(
  'cpu-over-task',
  'either',
  'The containers together have more CPU units than the task. A warning outside Fargate.',
  "ECS answers: “The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value”"
);

/** Docker reserves that much for a container whatever it is given. */
const LEAST_MEMORY = 6;

/** CPU and memory of the containers, by themselves and against the task's. */
export function checkMemory(context: RuleContext): readonly RuleFinding[] {
  return [...context.containers.flatMap(container => checkContainer(context, container)), ...checkSums(context)];
}

function checkContainer(context: RuleContext, container: RuleContext['containers'][number]): readonly RuleFinding[] {
  const { record } = container;
  const name = quote(container.name);
  const memory = numberOf(record, 'memory');
  const reservation = numberOf(record, 'memoryReservation');
  const task = sizeOf(context, 'memory');
  const findings: RuleFinding[] = [];
  if (
    textOf(context.definition, 'memory') === undefined &&
    !context.isFargate &&
    (memory ?? 0) + (reservation ?? 0) === 0
  ) {
    const what = `The container ${name} has neither memory nor memoryReservation, and the task has no memory either.`;
    findings.push(
      error(MEMORY_MISSING, inContainer(container), what, 'Give the container memory or memoryReservation, in MiB.')
    );
  }
  if ((memory !== undefined && memory < 0) || (reservation !== undefined && reservation < 0)) {
    findings.push(
      error(
        MEMORY_MISSING,
        inContainer(container),
        `The memory of the container ${name} is negative.`,
        'Give it in MiB.'
      )
    );
  }
  if (memory !== undefined && memory > 0 && memory < LEAST_MEMORY) {
    const what = `The container ${name} has ${memory} MiB of memory; Docker needs ${LEAST_MEMORY} for a container.`;
    findings.push(warning(MEMORY_LEAST, inContainer(container, 'memory'), what, 'memory is in MiB: give it more.'));
  }
  if (memory !== undefined && memory > 0 && reservation !== undefined && memory < reservation) {
    const what = `The container ${name} reserves ${reservation} MiB and may use only ${memory}.`;
    findings.push(
      error(
        MEMORY_RESERVATION,
        inContainer(container, 'memoryReservation'),
        what,
        'Make memory larger than memoryReservation.'
      )
    );
  }
  if (task !== undefined && memory !== undefined && memory > task && !context.isWindows) {
    const what = `The container ${name} has ${memory} MiB of memory, the whole task ${task}.`;
    findings.push(
      error(
        MEMORY_OVER_TASK,
        inContainer(container, 'memory'),
        what,
        `Set it to ${task} or less, or give the task more.`
      )
    );
  }
  return findings;
}

/** The task's size is ignored for Windows on EC2. */
function checkSums(context: RuleContext): readonly RuleFinding[] {
  if (context.isWindows) return [];
  const findings: RuleFinding[] = [];
  const sum = (valueOf: (record: RuleContext['definition']) => number): number =>
    context.containers.reduce((total, { record }) => total + valueOf(record), 0);
  const cpu = sum(record => numberOf(record, 'cpu') ?? 0);
  const taskCpu = sizeOf(context, 'cpu');
  if (taskCpu !== undefined && cpu > taskCpu) {
    const what = `The containers have ${cpu} CPU units in all, the task has ${taskCpu}.`;
    const next = 'Lower cpu of the containers, or raise that of the task.';
    findings.push(
      context.isFargate ? error(CPU_OVER_TASK, ['cpu'], what, next) : warning(CPU_OVER_TASK, ['cpu'], what, next)
    );
  }
  const memory = sum(record => numberOf(record, 'memoryReservation') ?? numberOf(record, 'memory') ?? 0);
  const taskMemory = sizeOf(context, 'memory');
  if (taskMemory !== undefined && memory > taskMemory) {
    const what = `The containers reserve ${memory} MiB of memory in all, the task has ${taskMemory}.`;
    findings.push(
      warning(
        MEMORY_SUM_OVER_TASK,
        ['memory'],
        what,
        'Lower memory or memoryReservation of the containers, or raise that of the task.'
      )
    );
  }
  return findings;
}
