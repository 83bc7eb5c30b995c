import { listContainers } from '../task-definition/types.js';
import { own, type JsonRecord } from '../text/record.js';
import { checkImage, type ImageRequirement } from './images.js';
import { checkLogGroup } from './log-groups.js';
import { makeGroup, type CheckNode } from './check-result.js';
import { checkPassRole, type DeployingRole } from './pass-role.js';
import type { PreflightPorts } from './ports.js';
import { checkRole } from './roles.js';
import { checkSecrets } from './secrets.js';
import { listLogGroups, listRoles, listSecrets, requiredPlatform } from './requirements.js';

/** A task definition as it will be registered. */
interface TaskWish {
  readonly definition: JsonRecord;
  readonly region: string;
  /** Of the service; undefined: not known. */
  readonly account: string | undefined;
  /** The image of a container; undefined: not to be looked at. */
  readonly imageOf: (container: string, image: string) => ImageRequirement | undefined;
  /** Who registers it; undefined: nobody, it is registered. */
  readonly caller: Promise<DeployingRole> | undefined;
}

/** Looks at all that a task needs to start: its roles, images, secrets and log groups. */
export async function checkTask(requirement: TaskWish, ports: PreflightPorts): Promise<CheckNode> {
  const { definition, region, account, caller } = requirement;
  const platform = requiredPlatform(definition);
  const named = own(definition, 'family');
  const family = typeof named === 'string' ? named : '';
  const roles = listRoles(definition);
  const nodes = await Promise.all([
    ...roles.map(role => checkRole(role, account, ports)),
    ...(caller === undefined || roles.length === 0
      ? []
      : [
          caller.then(known =>
            checkPassRole(
              roles.map(({ role }) => role),
              { family, region },
              known,
              ports
            )
          )
        ]),
    ...listContainers(definition).map(async ({ name, image, record }) => {
      const wanted = requirement.imageOf(name, image);
      const [ofImage, secrets] = await Promise.all([
        wanted === undefined ? Promise.resolve([]) : checkImage(wanted, platform, ports).then(node => [node]),
        checkSecrets(listSecrets(record), { region, account }, ports)
      ]);
      return makeGroup(`container ${name}`, [...ofImage, ...secrets]);
    }),
    ...listLogGroups(definition, region).map(group => checkLogGroup(group, ports))
  ]);
  return makeGroup(
    `task definition ${family}`,
    nodes.filter(node => node !== undefined)
  );
}
