import { isRecord, own } from '../text/record.js';
import { INPUT_SHAPE } from './model.js';

/** A list whose order means nothing: how its entries are told apart. */
export interface UnorderedList {
  /** The members that name an entry; none: the entry is its own name, as in a list of texts. */
  readonly keys: readonly string[];
  /** Where an entry is no more than a name and a value: the member that holds the value. */
  readonly value?: string;
}

const named = (...keys: readonly string[]): UnorderedList => ({ keys });
const valued = (key: string, value: string): UnorderedList => ({ keys: [key], value });
const TEXTS: UnorderedList = { keys: [] };

/**
 * The lists of a task definition whose order means nothing to ECS, by structure and member; ECS itself answers some of them in another
 * order than it got them. In all others order counts: a command's words, files of variables (the first that has a name wins), DNS servers,
 * mount options.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const UNORDERED: ReadonlyMap<string, UnorderedList> = new Map([
  [`${INPUT_SHAPE}.containerDefinitions`, named('name')],
  [`${INPUT_SHAPE}.volumes`, named('name')],
  [`${INPUT_SHAPE}.placementConstraints`, named('type', 'expression')],
  [`${INPUT_SHAPE}.requiresCompatibilities`, TEXTS],
  [`${INPUT_SHAPE}.tags`, valued('key', 'value')],
  [`${INPUT_SHAPE}.inferenceAccelerators`, named('deviceName')],
  ['ContainerDefinition.links', TEXTS],
  ['ContainerDefinition.portMappings', named('containerPort', 'containerPortRange', 'protocol')],
  ['ContainerDefinition.environment', valued('name', 'value')],
  ['ContainerDefinition.secrets', valued('name', 'valueFrom')],
  ['ContainerDefinition.mountPoints', named('containerPath')],
  ['ContainerDefinition.volumesFrom', named('sourceContainer')],
  ['ContainerDefinition.dependsOn', valued('containerName', 'condition')],
  ['ContainerDefinition.extraHosts', named('hostname', 'ipAddress')],
  ['ContainerDefinition.dockerSecurityOptions', TEXTS],
  ['ContainerDefinition.ulimits', named('name')],
  ['ContainerDefinition.systemControls', valued('namespace', 'value')],
  ['ContainerDefinition.resourceRequirements', named('type')],
  ['ContainerDefinition.credentialSpecs', TEXTS],
  ['ContainerRestartPolicy.ignoredExitCodes', TEXTS],
  ['KernelCapabilities.add', TEXTS],
  ['KernelCapabilities.drop', TEXTS],
  ['LinuxParameters.devices', named('hostPath', 'containerPath')],
  ['LinuxParameters.tmpfs', named('containerPath')],
  ['Device.permissions', TEXTS],
  ['LogConfiguration.secretOptions', valued('name', 'valueFrom')],
  ['ProxyConfiguration.properties', valued('name', 'value')]
]);

/** How the entries of a member's list are told apart; undefined: their order means something, or it is no list that is known. */
export function unorderedList(structure: string, member: string): UnorderedList | undefined {
  return UNORDERED.get(`${structure}.${member}`);
}

/** The name of an entry, as `web`, `8080/tcp`, `DB_PASSWORD`. */
export function nameEntry(entry: unknown, { keys }: UnorderedList): string {
  if (!isRecord(entry)) return typeof entry === 'string' ? entry : JSON.stringify(entry);
  return keys
    .map(key => own(entry, key))
    .filter(part => part !== undefined)
    .map(String)
    .join('/');
}
