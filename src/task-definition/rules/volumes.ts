import { RuleList } from '../../errors.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import { nearestName } from '../../text/suggest.js';
import {
  error,
  findRepeats,
  inContainer,
  recordsOf,
  says,
  textOf,
  warning,
  type RuleFinding,
  REFERENCE,
  ecsAnswers
} from './finding.js';
import type { RuleContext } from './context.js';
import { FARGATE_UNSUPPORTED } from './fargate.js';

export const VOLUME_RULES = new RuleList();
const VOLUME_UNKNOWN = VOLUME_RULES.add(
  'volume-unknown',
  'error',
  'A mount point names a volume that is not in the task definition.',
  ecsAnswers("Unknown volume 'x'")
);
const MOUNT_PATH = VOLUME_RULES.add(
  'mount-path',
  'warning',
  'A mount point has no volume or path, or two in a container have the same path.',
  `${REFERENCE}/API_MountPoint.html`
);
const VOLUME_NAME = VOLUME_RULES.add(
  'volume-name',
  'warning',
  "A volume's name is used twice or has characters other than letters, digits, hyphens and underscores.",
  `${REFERENCE}/API_Volume.html (name)`
);
const VOLUME_KIND = VOLUME_RULES.add(
  'volume-kind',
  'warning',
  'A volume is of more than one kind, or of one that the launch type does not support.',
  `${REFERENCE}/API_Volume.html: “may only specify a name and one of …”`
);
const VOLUME_AT_LAUNCH = VOLUME_RULES.add(
  'volume-at-launch',
  'error',
  'More than one volume is configured at launch, or no container mounts it.',
  ecsAnswers('Volumes [x] are not referenced by any of the containers')
);
const VOLUME_TASK_ROLE = VOLUME_RULES.add(
  'volume-task-role',
  'warning',
  'A volume of S3 Files needs a task role, and none is set.',
  `${REFERENCE}/API_S3FilesVolumeConfiguration.html`
);
const EFS = VOLUME_RULES.add(
  'efs',
  'error',
  'IAM, an access point or a port of EFS is used without transit encryption; or an access point is combined with a root directory.',
  ecsAnswers(
    'EFS IAM authorization requires TransitEncryption to be enabled; TransitEncryptionPort requires that TransitEncryption is enabled; When using an EFS access point, the root directory must either be set to "/" or be omitted'
  )
);

const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'configuredAtLaunch'
];

/** Volumes, and the mount points that name them. */
export function checkVolumes(context: RuleContext): readonly RuleFinding[] {
  const volumes = recordsOf(context.definition, 'volumes');
  return [
    ...checkMounts(context, volumes),
    ...checkNames(volumes),
    ...checkLaunchVolumes(context, volumes),
    ...volumes.flatMap((volume, index) => [...checkKinds(context, volume, index), ...checkEfs(volume, index)])
  ];
}

function checkMounts({ containers }: RuleContext, volumes: readonly JsonRecord[]): readonly RuleFinding[] {
  const names = volumes.flatMap(volume => textOf(volume, 'name') ?? []);
  return containers.flatMap(container => {
    const mounts = recordsOf(container.record, 'mountPoints');
    const unknown = mounts.flatMap((mount, index) => {
      const name = textOf(mount, 'sourceVolume');
      if (name === undefined || names.includes(name)) return [];
      const nearest = nearestName(name, names);
      const what = `The container ${quote(container.name)} mounts the volume ${quote(name)}; the task definition has ${listNames(names)}.`;
      const next =
        nearest === undefined ? `Add { "name": ${quote(name)} } to volumes.` : `Did you mean ${quote(nearest)}?`;
      return [error(VOLUME_UNKNOWN, inContainer(container, 'mountPoints', index, 'sourceVolume'), what, next)];
    });
    const paths = mounts.map(mount => textOf(mount, 'containerPath'));
    const repeats = findRepeats(paths).map(index =>
      warning(
        MOUNT_PATH,
        inContainer(container, 'mountPoints', index),
        `Two volumes are mounted at ${quote(paths[index] ?? '')} in ${quote(container.name)}.`,
        'Give each a path of its own.'
      )
    );
    const incomplete = mounts.flatMap((mount, index) =>
      textOf(mount, 'containerPath') !== undefined && textOf(mount, 'sourceVolume') !== undefined
        ? []
        : [
            warning(
              MOUNT_PATH,
              inContainer(container, 'mountPoints', index),
              'A mount point needs sourceVolume and containerPath.',
              'Give both.'
            )
          ]
    );
    return [...unknown, ...repeats, ...incomplete];
  });
}

function checkNames(volumes: readonly JsonRecord[]): readonly RuleFinding[] {
  const names = volumes.map(volume => textOf(volume, 'name'));
  const repeats = findRepeats(names).map(index => {
    const what = `Two volumes are called ${quote(names[index] ?? '')}.`;
    return warning(VOLUME_NAME, ['volumes', index, 'name'], what, 'Rename one of them.');
  });
  const malformed = names.flatMap((name, index) => {
    if (name !== undefined && /^[A-Za-z0-9_-]{1,255}$/.test(name)) return [];
    const what = `A volume's name has 1 to 255 letters, digits, hyphens and underscores, got ${name === undefined ? 'none' : quote(name)}.`;
    return [
      warning(
        VOLUME_NAME,
        ['volumes', index, ...(name === undefined ? [] : ['name'])],
        what,
        'Correct it, and the mount points that name it.'
      )
    ];
  });
  return [...repeats, ...malformed];
}

/** Volumes that the service gives (Amazon EBS): one, and in use. */
function checkLaunchVolumes({ containers }: RuleContext, volumes: readonly JsonRecord[]): readonly RuleFinding[] {
  const mounted = new Set(
    containers.flatMap(({ record }) => recordsOf(record, 'mountPoints').map(mount => textOf(mount, 'sourceVolume')))
  );
  const atLaunch = volumes
    .map((volume, index) => ({ volume, index }))
    .filter(({ volume }) => own(volume, 'configuredAtLaunch') === true);
  return atLaunch.flatMap(({ volume, index }, order) => {
    const name = textOf(volume, 'name');
    const findings: RuleFinding[] = [];
    if (order > 0)
      findings.push(
        error(
          VOLUME_AT_LAUNCH,
          ['volumes', index],
          'One volume may be configured at launch; this is another.',
          'Keep one of them.'
        )
      );
    if (!mounted.has(name))
      findings.push(
        error(
          VOLUME_AT_LAUNCH,
          ['volumes', index],
          `No container mounts the volume ${quote(name ?? '')}, which is configured at launch.`,
          'Add a mount point, or remove the volume.'
        )
      );
    return findings;
  });
}

function checkKinds({ definition, isFargate }: RuleContext, volume: JsonRecord, index: number): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const kinds = KINDS.filter(kind => own(volume, kind) !== undefined && own(volume, kind) !== false);
  if (kinds.length > 1) {
    const what = `A volume is of one kind; this has ${listNames(kinds)}.`;
    findings.push(warning(VOLUME_KIND, ['volumes', index], what, 'Keep one of them.'));
  }
  const host = own(volume, 'host');
  if (isFargate && isRecord(host) && says(host, 'sourcePath'))
    findings.push(
      error(
        FARGATE_UNSUPPORTED,
        ['volumes', index, 'host', 'sourcePath'],
        'Fargate has no host whose folders could be mounted (sourcePath).',
        'Write "host": {} for a volume of the task, or use EFS.'
      )
    );
  if (isFargate && isRecord(own(volume, 'dockerVolumeConfiguration')))
    findings.push(
      error(
        FARGATE_UNSUPPORTED,
        ['volumes', index, 'dockerVolumeConfiguration'],
        'Fargate has no Docker volumes.',
        'Use "host": {} for a volume of the task, or EFS.'
      )
    );
  if (isFargate && isRecord(own(volume, 'fsxWindowsFileServerVolumeConfiguration')))
    findings.push(
      warning(
        VOLUME_KIND,
        ['volumes', index],
        'AWS documents FSx for Windows File Server for EC2 instances only.',
        'Use EFS, or EC2.'
      )
    );
  if (isRecord(own(volume, 's3filesVolumeConfiguration')) && textOf(definition, 'taskRoleArn') === undefined)
    findings.push(
      warning(
        VOLUME_TASK_ROLE,
        ['volumes', index],
        'A volume of S3 Files needs a taskRoleArn.',
        'Add a role that may use the file system.'
      )
    );
  return findings;
}

function checkEfs(volume: JsonRecord, index: number): readonly RuleFinding[] {
  const efs = own(volume, 'efsVolumeConfiguration');
  if (!isRecord(efs)) return [];
  const path = ['volumes', index, 'efsVolumeConfiguration'];
  const auth = own(efs, 'authorizationConfig');
  const authorization = isRecord(auth) ? auth : {};
  const accessPoint = textOf(authorization, 'accessPointId');
  const isEncrypted = textOf(efs, 'transitEncryption') === 'ENABLED';
  const needs = [
    ...(textOf(authorization, 'iam') === 'ENABLED' ? ['IAM authorisation'] : []),
    ...(accessPoint === undefined ? [] : ['an access point']),
    ...(own(efs, 'transitEncryptionPort') === undefined ? [] : ['transitEncryptionPort'])
  ];
  const findings: RuleFinding[] = [];
  if (!isEncrypted && needs.length > 0)
    findings.push(
      error(EFS, path, `${listNames(needs)} of EFS needs transitEncryption.`, 'Set "transitEncryption": "ENABLED".')
    );
  const root = textOf(efs, 'rootDirectory');
  if (accessPoint !== undefined && root !== undefined && root !== '/' && root !== '')
    findings.push(
      error(
        EFS,
        [...path, 'rootDirectory'],
        `With an access point of EFS the root directory is the access point's own, got ${quote(root)}.`,
        'Leave rootDirectory out.'
      )
    );
  return findings;
}
