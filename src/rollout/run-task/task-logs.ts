import { awsErrorName, explainAwsError, isAccessDenied, isTransient } from '../../aws/errors.js';
import type { Task, TaskDefinition } from '../../aws/types.js';
import { findLogStream, type LogStream } from '../diagnosis/log-stream.js';
import type { LogsPort } from '../ports.js';

interface TaskLogsInput {
  readonly logs: LogsPort;
  /** The task's. */
  readonly region: string;
  readonly taskDefinition: TaskDefinition;
  /** Takes a line that is new. */
  readonly log: (container: string, line: string) => void;
  readonly warnOnce: (line: string) => void;
}

/** The log lines of a task, told as they come. */
export interface TaskLogs {
  /** Tells what is new. Never rejects: the lines are not what the task is judged by. Gives how many there were. */
  read(task: Task): Promise<number>;
}

/** A page is at most 1 MB; whoever logs more than this between two looks is told in the next one. */
const MAX_PAGES = 10;

/** Reads on in the awslogs streams of all containers (GetLogEvents). A stream that is not there yet has no lines yet. */
export function createTaskLogs({ logs, region, taskDefinition, log, warnOnce }: TaskLogsInput): TaskLogs {
  const ends = new Map<string, string | undefined>();
  let closed = false;

  const readStream = async (container: string, { region: home, group, stream }: LogStream): Promise<number> => {
    let count = 0;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const after = ends.get(container);
      const { lines, end } = await logs.readOn({ region: home, group, stream, after });
      for (const line of lines) log(container, line);
      count += lines.length;
      ends.set(container, end);
      if (end === undefined || end === after) break;
    }
    return count;
  };

  const attempt = async (container: string, stream: LogStream): Promise<number> => {
    try {
      return await readStream(container, stream);
    } catch (error) {
      if (isTransient(error) || awsErrorName(error) === 'ResourceNotFoundException') return 0;
      closed = true;
      warnOnce(
        isAccessDenied(error)
          ? "The task's log cannot be read: allow logs:GetLogEvents."
          : explainAwsError(error, "Reading the task's log").message
      );
      return 0;
    }
  };

  return {
    read: async task => {
      const counts = (taskDefinition.containerDefinitions ?? []).map(definition => {
        const container = task.containers?.find(({ name }) => name === definition.name);
        const known = { taskArn: task.taskArn ?? '', runtimeId: container?.runtimeId };
        const stream = findLogStream(definition, known, region);
        return stream === undefined || closed ? Promise.resolve(0) : attempt(definition.name ?? '', stream);
      });
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    }
  };
}
