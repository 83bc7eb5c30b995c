import { DATA_ROWS } from './table-data.js';
import type { Row } from './table-row.js';
import { TASK_ROWS } from './table-task.js';

const ROWS = { ...TASK_ROWS, ...DATA_ROWS };

export type RuleName = keyof typeof ROWS;

/** Every rule of `checkDefinition`, by the code of its findings. */
export const RULES: Readonly<Record<RuleName, Row>> = ROWS;
