import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import { nearestName } from '../../text/suggest.js';
import { error, findRepeats, inContainer, recordsOf, says, textOf, warning, type RuleFinding } from './finding.js';
import type { RuleContext } from './context.js';

const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'configuredAtLaunch'
];

/** Volumes, and the mount points that name them. */
export function checkVolumes(look: RuleContext): readonly RuleFinding[] {
  const volumes = recordsOf(look.definition, 'volumes');
  return [
    ...checkMounts(look, volumes),
    ...checkNames(volumes),
    ...checkLaunchVolumes(look, volumes),
    ...volumes.flatMap((volume, index) => [...checkKinds(look, volume, index), ...checkEfs(volume, index)])
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
      return [error('volume-unknown', inContainer(container, 'mountPoints', index, 'sourceVolume'), what, next)];
    });
    const paths = mounts.map(mount => textOf(mount, 'containerPath'));
    const repeats = findRepeats(paths).map(index =>
      warning(
        'mount-path',
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
              'mount-path',
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
    return warning('volume-name', ['volumes', index, 'name'], what, 'Rename one of them.');
  });
  const malformed = names.flatMap((name, index) => {
    if (name !== undefined && /^[A-Za-z0-9_-]{1,255}$/.test(name)) return [];
    const what = `A volume's name has 1 to 255 letters, digits, hyphens and underscores, got ${name === undefined ? 'none' : quote(name)}.`;
    return [
      warning(
        'volume-name',
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
    const found: RuleFinding[] = [];
    if (order > 0)
      found.push(
        error(
          'volume-at-launch',
          ['volumes', index],
          'One volume may be configured at launch; this is another.',
          'Keep one of them.'
        )
      );
    if (!mounted.has(name))
      found.push(
        error(
          'volume-at-launch',
          ['volumes', index],
          `No container mounts the volume ${quote(name ?? '')}, which is configured at launch.`,
          'Add a mount point, or remove the volume.'
        )
      );
    return found;
  });
}

function checkKinds({ definition, isFargate }: RuleContext, volume: JsonRecord, index: number): readonly RuleFinding[] {
  const found: RuleFinding[] = [];
  const kinds = KINDS.filter(kind => own(volume, kind) !== undefined && own(volume, kind) !== false);
  if (kinds.length > 1) {
    const what = `A volume is of one kind; this has ${listNames(kinds)}.`;
    found.push(warning('volume-kind', ['volumes', index], what, 'Keep one of them.'));
  }
  const host = own(volume, 'host');
  if (isFargate && isRecord(host) && says(host, 'sourcePath'))
    found.push(
      error(
        'fargate-unsupported',
        ['volumes', index, 'host', 'sourcePath'],
        'Fargate has no host whose folders could be mounted (sourcePath).',
        'Write "host": {} for a volume of the task, or use EFS.'
      )
    );
  if (isFargate && isRecord(own(volume, 'dockerVolumeConfiguration')))
    found.push(
      error(
        'fargate-unsupported',
        ['volumes', index, 'dockerVolumeConfiguration'],
        'Fargate has no Docker volumes.',
        'Use "host": {} for a volume of the task, or EFS.'
      )
    );
  if (isFargate && isRecord(own(volume, 'fsxWindowsFileServerVolumeConfiguration')))
    found.push(
      warning(
        'volume-kind',
        ['volumes', index],
        'AWS documents FSx for Windows File Server for EC2 instances only.',
        'Use EFS, or EC2.'
      )
    );
  if (isRecord(own(volume, 's3filesVolumeConfiguration')) && textOf(definition, 'taskRoleArn') === undefined)
    found.push(
      warning(
        'volume-task-role',
        ['volumes', index],
        'A volume of S3 Files needs a taskRoleArn.',
        'Add a role that may use the file system.'
      )
    );
  return found;
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
  const found: RuleFinding[] = [];
  if (!isEncrypted && needs.length > 0)
    found.push(
      error('efs', path, `${listNames(needs)} of EFS needs transitEncryption.`, 'Set "transitEncryption": "ENABLED".')
    );
  const root = textOf(efs, 'rootDirectory');
  if (accessPoint !== undefined && root !== undefined && root !== '/' && root !== '')
    found.push(
      error(
        'efs',
        [...path, 'rootDirectory'],
        `With an access point of EFS the root directory is the access point's own, got ${quote(root)}.`,
        'Leave rootDirectory out.'
      )
    );
  return found;
}
