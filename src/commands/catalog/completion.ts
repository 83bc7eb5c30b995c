import { throwIfInvalid } from '../arguments.js';
import type { Command } from '../command.js';

export const COMPLETION: Command = {
  name: 'completion',
  group: 'More',
  summary: 'tab completion for bash and zsh',
  usage: 'bash|zsh',
  description: ['Prints the script that completes commands, flags and their values in your shell.'],
  positionals: { max: 1, values: ['bash', 'zsh'] },
  flags: [],
  settings: 'none',
  examples: [
    ['source <(slipway completion bash)', 'in ~/.bashrc'],
    ['source <(slipway completion zsh)', 'in ~/.zshrc']
  ],
  run: async (given, { commands, write }) => {
    throwIfInvalid(given);
    const { renderCompletion } = await import('../completion.js');
    write(renderCompletion(given.positionals[0], commands));
    return 0;
  }
};
