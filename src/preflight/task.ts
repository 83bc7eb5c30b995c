import { listContainers } from '../artifacts/definition-file.js';
import { own, type JsonRecord } from '../text/record.js';
import { checkImage, type ImageWish } from './images.js';
import { checkLogGroup } from './log-groups.js';
import { makeGroup, type CheckNode } from './node.js';
import { checkPassing, type Caller } from './passing.js';
import type { PreflightPorts } from './ports.js';
import { checkRole } from './roles.js';
import { checkSecrets } from './secrets.js';
import { listLogGroups, listRoles, listSecrets, platformOf } from './wishes.js';

/** A task definition as it will be registered. */
interface TaskWish {
  readonly definition: JsonRecord;
  readonly region: string;
  /** Of the service; undefined: not known. */
  readonly account: string | undefined;
  /** The image of a container; undefined: not to be looked at. */
  readonly imageOf: (container: string, image: string) => ImageWish | undefined;
  /** Who registers it; undefined: nobody, it is registered. */
  readonly caller: Promise<Caller> | undefined;
}

/** Looks at all that a task needs to start: its roles, images, secrets and log groups. */
export async function checkTask(wish: TaskWish, ports: PreflightPorts): Promise<CheckNode> {
  const { definition, region, account, caller } = wish;
  const platform = platformOf(definition);
  const named = own(definition, 'family');
  const family = typeof named === 'string' ? named : '';
  const roles = listRoles(definition);
  const nodes = await Promise.all([
    ...roles.map(role => checkRole(role, account, ports)),
    ...(caller === undefined || roles.length === 0
      ? []
      : [
          caller.then(known =>
            checkPassing(
              roles.map(({ role }) => role),
              { family, region },
              known,
              ports
            )
          )
        ]),
    ...listContainers(definition).map(async ({ name, image, record }) => {
      const wanted = wish.imageOf(name, image);
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
