import { RuleList, type Finding } from '../errors.js';
import { own } from '../text/record.js';
import { listNames, quote } from '../text/format.js';
import type { Appspec } from './parse.js';
import { listContainers, listPorts, type TaskDefinitionFile } from '../task-definition/types.js';
import { checkContainerExists } from '../task-definition/image-assignment.js';
import { APPSPEC_PLATFORM_VERSION } from './structure-rules.js';

export const APPSPEC_FIT_RULES = new RuleList();
const APPSPEC_NETWORK_MODE = APPSPEC_FIT_RULES.add(
  'appspec-network-mode',
  'error',
  "A network configuration is given, but the task definition's network mode is not awsvpc.",
  'ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”'
);
const UNKNOWN_PORT = APPSPEC_FIT_RULES.add(
  'unknown-port',
  'error',
  'The container does not map the port in the task definition.',
  'CodeDeploy answers: “The container X did not have a container port 443 defined.”'
);

/** What CodeDeploy would find out only while it deploys: the AppSpec must fit the task definition. */
export function checkAppspec(appspec: Appspec, file: TaskDefinitionFile): readonly Finding[] {
  return [...checkTarget(appspec, file), ...checkNetworkMode(appspec, file), ...checkPlatformVersion(appspec, file)];
}

/** "The container X does not exist in the task definition", "The container X did not have a container port 443 defined". */
function checkTarget(appspec: Appspec, file: TaskDefinitionFile): readonly Finding[] {
  const missing = checkContainerExists(file, appspec.containerName, appspec.places.containerName);
  if (missing !== undefined) return [{ ...missing, severity: 'error' }];
  const container = listContainers(file.definition).find(({ name }) => name === appspec.containerName);
  const ports = container === undefined ? [] : listPorts(container);
  if (ports.some(({ from, to }) => from <= appspec.containerPort && appspec.containerPort <= to)) return [];
  const there = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const what = `The container ${quote(appspec.containerName)} of ${file.document.file} has no port ${appspec.containerPort}; it has ${listNames(there)}.`;
  const next = 'Correct the port here, or map it in portMappings there.';
  return [{ severity: 'error', code: UNKNOWN_PORT.name, place: appspec.places.containerPort, what, next }];
}

/** "Network Configuration is not valid for the given networkMode of this task definition." */
function checkNetworkMode({ network, places }: Appspec, file: TaskDefinitionFile): readonly Finding[] {
  const mode = own(file.definition, 'networkMode');
  if (network === undefined || places.network === undefined || mode === 'awsvpc') return [];
  const said = typeof mode === 'string' ? mode : 'not set, which is bridge';
  const what = `The network mode of ${file.document.file} is ${said}, and ECS takes a NetworkConfiguration with awsvpc only.`;
  const next = 'Leave NetworkConfiguration out here, or set networkMode to awsvpc there.';
  return [{ severity: 'error', code: APPSPEC_NETWORK_MODE.name, place: places.network, what, next }];
}

/** "The platform version must be null when specifying an EC2 launch type." The launch type is the service's, so this is in doubt. */
function checkPlatformVersion({ platformVersion, places }: Appspec, file: TaskDefinitionFile): readonly Finding[] {
  const required = own(file.definition, 'requiresCompatibilities');
  if (platformVersion === undefined || places.platformVersion === undefined || !Array.isArray(required)) return [];
  if (required.length === 0 || required.includes('FARGATE')) return [];
  const what = `A platform version is Fargate's, and ${file.document.file} is for ${listNames(required.map(String))}.`;
  const next = 'Leave PlatformVersion out.';
  return [{ severity: 'warning', code: APPSPEC_PLATFORM_VERSION.name, place: places.platformVersion, what, next }];
}
