import { SlipwayError } from '../errors.js';
import { nearestName } from '../text/suggest.js';
import type { Command } from './command.js';

/**
 * Finds a command by its name.
 *
 * @throws SlipwayError with the nearest name if there is none
 */
export function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find(command => command.name === name);
  if (found !== undefined) return found;
  const names = commands.map(command => command.name);
  const near = nearestName(name, names);
  throw new SlipwayError({
    code: 'unknown-command',
    fault: 'user',
    what: `There is no command "${name}".`,
    next: `${near === undefined ? '' : `Did you mean ${near}? `}The commands are ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}; slipway help explains them.`
  });
}
