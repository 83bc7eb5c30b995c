import { renderSettingsHelp } from '../config/help.js';
import { VERSION } from '../version.js';

const OVERVIEW = `slipway ${VERSION}: ships a container to Amazon ECS, and tells the truth about how that went.

  slipway ship [--setting=value …]        build, push, deploy and follow the deployment to its end
  slipway rehearse [example or folder]    the same against an AWS that is built in; without a name, three jobs
                                          that show what Slipway does
  slipway cloud [--port=4566]             serve the built-in AWS, for the AWS CLI, act and tests
  slipway help [command]                  more about a command
  slipway version

Settings come from flags, from slipway.yml in this folder, and from AWS's own environment variables, in this order.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 rolled back, 4 timed out, 5 superseded, 6 cancelled.
`;

const COMMANDS: Readonly<Record<string, () => string>> = {
  ship: () => `slipway ship [--setting=value …]

Builds, pushes, writes the four files, registers and deploys, as the Action does; then prints the outputs as name=value.
Each setting is a flag, a key of slipway.yml and an input of the Action.

${renderSettingsHelp()}`,
  rehearse: () => `slipway rehearse [example or folder] [--environment=NAME] [--output=slipway-rehearsal] [--scale=20]

Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. The stage (cluster, service with an earlier
version, repositories, CodeDeploy) is set from the project's own slipway.yml and files. Without a name it runs three
jobs: a rolling update, a blue/green deployment, and a version that crashes at start. Settings are flags, as of ship.

  --output   where the four files are left, one folder a job
  --scale    how many times as fast as the world the built-in AWS is
`,
  cloud: () => `slipway cloud [--port=4566] [--scale=1]

Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as
Slipway and the AWS CLI need them for this; any other operation is answered with UnknownOperationException. It takes any
credentials and checks no signature.

  --port     0 takes any that is free
  --scale    how many times as fast as the world its time runs
`
};

/** What `slipway help` prints; an unknown or absent command gets the overview. */
export function renderHelp(command: string | undefined): string {
  return (command === undefined ? undefined : COMMANDS[command])?.() ?? OVERVIEW;
}
