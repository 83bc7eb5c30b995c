import type { Command } from '../command.js';
import { readNumber, takeContainerFlags, throwIfInvalid } from '../arguments.js';
import { CONTAINER_FLAGS } from './common-flags.js';

export const REHEARSE: Command = {
  name: 'rehearse',
  group: 'Look first',
  summary: 'the whole job on the built-in AWS: no account needed',
  usage: '[EXAMPLE or FOLDER] [--setting=value …]',
  description: [
    "Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. Cluster, service with an earlier version, repositories and CodeDeploy are set up from the project's slipway.yml and files. Without an argument it runs three jobs: a rolling update, a blue/green deployment, and a version that crashes at start."
  ],
  positionals: { max: 1, values: 'files' },
  flags: [
    {
      name: 'output',
      kind: 'one',
      value: 'FOLDER',
      help: 'where to leave the four files, in a folder for each job; slipway-rehearsal by default'
    },
    {
      name: 'scale',
      kind: 'one',
      value: '20',
      help: 'how much faster than real time the built-in AWS runs; 4 with containers'
    },
    ...CONTAINER_FLAGS
  ],
  settings: 'all',
  examples: [
    ['slipway rehearse', 'the three jobs'],
    ['slipway rehearse . --environment=dev', 'your own project'],
    ['slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash', 'how it would fail']
  ],
  exitCodes: '0 every job ended as expected, otherwise 1.',
  run: async (given, context) => {
    throwIfInvalid(given);
    const { rehearse } = await import('../rehearse.js');
    const { systemProcesses } = await import('../../host/processes.js');
    const { output = 'slipway-rehearsal', scale, ...others } = given.flags;
    const { containers, given: own } = takeContainerFlags(others);
    return rehearse({
      ...context,
      project: given.positionals[0],
      given: own,
      // Containers run in real time: they must not be given up on before they have started.
      scale: readNumber('scale', scale, containers.wanted ? 4 : 20),
      containers,
      output,
      processes: systemProcesses()
    });
  }
};
