import type { Command } from '../command.js';
import { readNumber, takeContainerFlags, throwIfInvalid } from '../arguments.js';
import { CONTAINER_FLAGS } from './common-flags.js';

export const CLOUD: Command = {
  name: 'cloud',
  group: 'More',
  summary: 'serve the built-in AWS, for the AWS CLI, act and tests',
  usage: '[EXAMPLE or FOLDER] [--port=4566] [-- COMMAND …]',
  description: [
    'Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as Slipway and the AWS CLI need them to deploy. Any other operation is answered with UnknownOperationException. It accepts any credentials and checks no signature, and answers only programs of this machine, no web pages. With --with-containers its endpoint ends with a secret, without which it answers nobody. With a folder that has a slipway.yml, its service is set up with an earlier version.',
    "With a command after --, it serves while that command runs, on a free port, and exits with its exit code. The command's environment has the endpoint, credentials and GitHub's OIDC token, so act can run the workflow itself there."
  ],
  positionals: { max: 1, values: 'files' },
  flags: [
    { name: 'port', kind: 'one', value: '4566', help: '0 takes any free port' },
    { name: 'scale', kind: 'one', value: '1', help: 'how much faster than real time it runs' },
    ...CONTAINER_FLAGS
  ],
  settings: 'all',
  examples: [
    ['slipway cloud --port=4566', 'for the AWS CLI: it prints the export lines'],
    ['slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted', 'your workflow, on this machine']
  ],
  runsProgram: true,
  run: async (given, context, passThrough) => {
    throwIfInvalid(given);
    const { serveCloud } = await import('../cloud.js');
    const { systemProcesses } = await import('../../host/processes.js');
    const { port, scale, ...others } = given.flags;
    const { containers, given: own } = takeContainerFlags(others);
    return serveCloud({
      ...context,
      // Beside a command nobody needs to know the port, and several may run at once.
      port: readNumber('port', port, passThrough.length > 0 ? 0 : 4566),
      scale: readNumber('scale', scale, 1),
      containers,
      project: given.positionals[0],
      given: own,
      command: passThrough,
      processes: systemProcesses()
    });
  }
};
