import type { Command } from '../command.js';
import { CHECK } from './check.js';
import { CLOUD } from './cloud.js';
import { COMPLETION } from './completion.js';
import { DEPLOY } from './deploy.js';
import { CONTINUE } from './continue.js';
import { DIFF } from './diff.js';
import { FOLLOW } from './follow.js';
import { GENERATE } from './generate.js';
import { HELP } from './help.js';
import { IMPORT } from './import.js';
import { INIT } from './init.js';
import { PLAN } from './plan.js';
import { REHEARSE } from './rehearse.js';
import { RENDER } from './render.js';
import { ROLLBACK } from './rollback.js';
import { SHIP } from './ship.js';
import { STATUS } from './status.js';
import { VERSION_COMMAND } from './version.js';

/** All commands, in the order of the overview. Each loads its implementation when it runs. */
export const COMMANDS: readonly Command[] = [
  REHEARSE,
  CHECK,
  PLAN,
  DIFF,
  RENDER,
  SHIP,
  DEPLOY,
  STATUS,
  FOLLOW,
  CONTINUE,
  ROLLBACK,
  INIT,
  IMPORT,
  GENERATE,
  CLOUD,
  COMPLETION,
  HELP,
  VERSION_COMMAND
];
