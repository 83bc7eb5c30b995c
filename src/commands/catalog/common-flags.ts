import type { CommandFlag } from '../command.js';

/** `--json` of the commands that deploy. */
export const JSON_OUTPUTS: CommandFlag = {
  name: 'json',
  kind: 'switch',
  help: 'prints the outputs as JSON to standard output, and the log to standard error'
};

/** The flags with which the built-in AWS runs tasks as containers. */
export const CONTAINER_FLAGS: readonly CommandFlag[] = [
  {
    name: 'with-containers',
    kind: 'switch',
    help: "runs the shipped task definition's tasks as containers in your Docker engine, with their environment, command, ports, volumes, health checks and dependsOn; a crash shows its real log output"
  },
  {
    name: 'container-env',
    kind: 'one',
    value: 'FILE',
    help: 'NAME=value lines that replace variables and secrets in those containers'
  },
  {
    name: 'allow-host-access',
    kind: 'switch',
    help: "lets those containers be privileged, add capabilities and mount your machine's folders; refused by default"
  }
];
