import type { Command } from '../command.js';
import { JSON_OUTPUTS } from './common-flags.js';

export const SHIP: Command = {
  name: 'ship',
  group: 'Deploy',
  summary: 'build, push and deploy, and follow the deployment to its end',
  usage: '[--setting=value …]',
  description: [
    'Builds and pushes the image, writes the four files, registers the task definition, deploys, and follows the deployment to its end, as the Action does. Prints the outputs as name=value.'
  ],
  positionals: { max: 0, values: [] },
  flags: [JSON_OUTPUTS],
  settings: 'listed',
  examples: [
    ['slipway ship', 'with the settings in slipway.yml'],
    ['slipway ship --environment=prod', 'with the settings of prod'],
    ['slipway ship --image=nginx:1.29', 'an existing image: nothing is built']
  ],
  run: async (given, { host: machine, write }) => {
    const { shipFromCommand } = await import('../ship.js');
    return shipFromCommand(given, await machine(), write);
  }
};
