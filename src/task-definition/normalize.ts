import { isRecord, keysOf, makeRecord, own, type JsonRecord } from '../text/record.js';
import { isReservedTagKey } from '../text/tag-keys.js';
import { nameEntry, unorderedList } from './unordered-lists.js';
import { INPUT_SHAPE, READ_ONLY_MEMBERS, SHAPES } from './model.js';

/**
 * What ECS takes a member for where it is left out, and in part fills in when it registers: a describe output has `cpu: 0` and
 * `essential: true` that nobody wrote. One that says no more than this is left out.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html, API_PortMapping, API_HealthCheck, API_Volume,
 * API_EFSVolumeConfiguration, API_DockerVolumeConfiguration, API_Device, API_ContainerRestartPolicy, API_RegisterTaskDefinition.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  [INPUT_SHAPE]: { networkMode: 'bridge', enableFaultInjection: false },
  ContainerDefinition: {
    cpu: 0,
    essential: true,
    versionConsistency: 'enabled',
    disableNetworking: false,
    privileged: false,
    readonlyRootFilesystem: false,
    interactive: false,
    pseudoTerminal: false
  },
  // In a bridge, 0 asks for any free port of the host, and so does leaving it out.
  PortMapping: { protocol: 'tcp', hostPort: 0 },
  HealthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  ContainerRestartPolicy: { restartAttemptPeriod: 300 },
  MountPoint: { readOnly: false },
  VolumeFrom: { readOnly: false },
  LinuxParameters: { initProcessEnabled: false },
  // The permissions as they are sorted.
  Device: { permissions: ['mknod', 'read', 'write'] },
  Volume: { configuredAtLaunch: false },
  HostVolumeProperties: { sourcePath: '' },
  DockerVolumeConfiguration: { scope: 'task', autoprovision: false, driver: 'local' },
  EFSVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
  EFSAuthorizationConfig: { iam: 'DISABLED' },
  S3FilesVolumeConfiguration: { rootDirectory: '/' },
  ProxyConfiguration: { type: 'APPMESH' },
  // A variable without a value is an empty one.
  KeyValuePair: { value: '' },
  Tag: { value: '' }
};

/** Fargate alone has a platform that is meant where none is said; on EC2 a platform is a constraint on the instances. */
const FARGATE_PLATFORM = { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' };

/** What is known of the whole while a part of it is looked at. */
interface Context {
  /** The port of the host is that of the container (network modes awsvpc and host). */
  readonly samePort: boolean;
  readonly fargate: boolean;
}

/**
 * A task definition without all that makes no difference to ECS: what only describes a revision, AWS's own tags (`aws:…`), nulls, empty
 * lists and objects, members that say what holds anyway. CPU and memory of the task are plain numbers, lists whose order means nothing
 * are sorted, and so are keys. Two that say the same come out the same.
 *
 * Members that the service model does not know stay as they are.
 *
 * @param definition RegisterTaskDefinition's input, or what DescribeTaskDefinition tells with its `tags` inside
 */
export function normalise(definition: JsonRecord): JsonRecord {
  const readOnly = new Set(READ_ONLY_MEMBERS);
  const settable = makeRecord(keysOf(definition).flatMap(key => (readOnly.has(key) ? [] : [[key, definition[key]]])));
  const required = own(settable, 'requiresCompatibilities');
  const mode = own(settable, 'networkMode');
  const context = {
    samePort: mode === 'awsvpc' || mode === 'host',
    fargate: Array.isArray(required) && required.length === 1 && required[0] === 'FARGATE'
  };
  const result = tidyStructure(settable, INPUT_SHAPE, context);
  return isRecord(result) ? result : {};
}

function tidy(value: unknown, shapeName: string, owner: string, member: string, context: Context): unknown {
  const shape = SHAPES[shapeName];
  if (Array.isArray(value)) {
    const inner = shape?.kind === 'list' ? shape.member : '';
    return tidyList(
      value.map(entry => tidy(entry, inner, '', '', context)),
      owner,
      member
    );
  }
  if (!isRecord(value)) return tidyScalar(value, owner, member);
  if (shape?.kind === 'structure') return tidyStructure(value, shapeName, context);
  // A map, or what the model does not know.
  return compact(keysOf(value).map(key => [key, tidy(own(value, key), '', '', '', context)]));
}

function tidyList(entries: readonly unknown[], owner: string, member: string): unknown {
  const kept = entries.filter(entry => entry !== undefined);
  if (kept.length === 0) return undefined;
  const unordered = unorderedList(owner, member);
  if (unordered === undefined) return kept;
  const sortable = kept.filter(entry => !isAmazonsTag(entry, owner, member));
  if (sortable.length === 0) return undefined;
  // Of two with one name the later counts, so they stay in their order.
  return sortable
    .map(entry => ({ entry, name: nameEntry(entry, unordered) }))
    .sort((one, other) => compare(one.name, other.name))
    .map(({ entry }) => entry);
}

/** CloudFormation's and others' own tags: nobody may set them. */
function isAmazonsTag(entry: unknown, owner: string, member: string): boolean {
  if (owner !== INPUT_SHAPE || member !== 'tags' || !isRecord(entry)) return false;
  return isReservedTagKey(own(entry, 'key'));
}

function tidyStructure(value: JsonRecord, shapeName: string, context: Context): unknown {
  const shape = SHAPES[shapeName];
  const members = shape?.kind === 'structure' ? shape.members : {};
  const entries = keysOf(value).map(
    key => [key, tidy(own(value, key), own(members, key) as string, shapeName, key, context)] as const
  );
  const defaults = defaultsOf(makeRecord(entries), shapeName, context);
  return compact(entries.filter(([key, member]) => !isSame(member, own(defaults, key))));
}

/** What holds where the members are left out; some of it hangs on the others. */
function defaultsOf(value: JsonRecord, shapeName: string, { samePort, fargate }: Context): JsonRecord {
  const defaults = own(DEFAULTS, shapeName) as JsonRecord | undefined;
  switch (shapeName) {
    case 'PortMapping':
      return samePort && own(value, 'hostPort') !== 0
        ? { ...defaults, hostPort: own(value, 'containerPort') }
        : (defaults ?? {});
    case 'ContainerDefinition':
      // ECS writes that into the revision of a log router.
      return isRecord(own(value, 'firelensConfiguration')) ? { ...defaults, user: '0' } : (defaults ?? {});
    case 'Device':
      return { ...defaults, containerPath: own(value, 'hostPath') };
    case 'RuntimePlatform':
      return fargate ? FARGATE_PLATFORM : {};
    default:
      return defaults ?? {};
  }
}

/** Task sizes in plain numbers: `1 vCPU` is 1024 CPU units, `2 GB` is 2048 MiB. */
function tidyScalar(value: unknown, owner: string, member: string): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'string' || owner !== INPUT_SHAPE || (member !== 'cpu' && member !== 'memory')) return value;
  const unit = member === 'cpu' ? 'vcpu' : 'gb';
  const [, number, said] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(value) ?? [];
  if (number === undefined || (said !== '' && said?.toLowerCase() !== unit)) return value;
  return String(said === '' ? Number(number) : Number(number) * 1024);
}

/** The entries as an object with sorted keys; undefined where nothing is left. */
function compact(entries: readonly (readonly [string, unknown])[]): JsonRecord | undefined {
  const kept = entries.filter(([, value]) => value !== undefined);
  if (kept.length === 0) return undefined;
  return makeRecord([...kept].sort(([one], [other]) => compare(one, other)));
}

function isSame(value: unknown, other: unknown): boolean {
  return other !== undefined && JSON.stringify(value) === JSON.stringify(other);
}

/** By code units: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
