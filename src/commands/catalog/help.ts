import type { Command } from '../command.js';
import { findCommand } from '../find-command.js';

export const HELP: Command = {
  name: 'help',
  group: 'More',
  summary: 'more about a command, with examples',
  usage: '[COMMAND]',
  description: ['Explains a command, its flags and how to type it. slipway COMMAND --help does the same.'],
  positionals: { max: 1, values: [] },
  flags: [],
  settings: 'none',
  examples: [['slipway help ship', 'every setting']],
  run: async ({ positionals: [name] }, { commands, write }) => {
    const { renderHelp } = await import('../help.js');
    write(renderHelp(name === undefined ? undefined : findCommand(name, commands), commands));
    return 0;
  }
};
