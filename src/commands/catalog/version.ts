import { throwIfInvalid } from '../arguments.js';
import type { Command } from '../command.js';

export const VERSION_COMMAND: Command = {
  name: 'version',
  group: 'More',
  summary: 'the versions of Slipway and Node',
  usage: '',
  description: ['Prints the versions of Slipway and Node.'],
  positionals: { max: 0, values: [] },
  flags: [],
  settings: 'none',
  examples: [['slipway version', '']],
  run: async (given, { write }) => {
    throwIfInvalid(given);
    const { VERSION } = await import('../../version.js');
    write(`slipway ${VERSION} (Node ${process.versions.node})\n`);
    return 0;
  }
};
