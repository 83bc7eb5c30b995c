import { renderAppspec } from '../appspec/appspec.js';
import { listContainers, listRecords } from '../task-definition/types.js';
import { trimDefinition } from '../task-definition/strip-defaults.js';
import { looksSecret } from '../text/redact.js';
import { own, writeJson } from '../text/record.js';
import { listNames } from '../text/format.js';
import type { GroupName } from './deployment-group.js';
import type { LiveImage, LiveService } from './describe-service.js';
import { renderSettings, type InitService } from './settings-file.js';

/** A file to write, and what is to be said of it. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  readonly about: string;
}

interface StarterProject {
  readonly files: readonly ProjectFile[];
  /** What has to be known or done. One sentence each. */
  readonly notes: readonly string[];
}

/** The files that say what these services run: `slipway.yml`, and for each its task definition and, for CodeDeploy, its AppSpec. Pure. */
export function makeProjectFiles(region: string, live: readonly LiveService[]): StarterProject {
  const made = live.map(service => makeService(service, live.length > 1));
  const { images, notes } = gatherImages(live);
  const settings = renderSettings({
    region,
    cluster: clusterOf(live),
    images,
    services: made.map(({ service }) => service)
  });
  const names = live.map(({ target }) => `${target.clusterName}/${target.serviceName}`);
  return {
    files: [
      { path: 'slipway.yml', text: settings, about: `the settings of ${listNames(names)}` },
      ...made.flatMap(({ files }) => files)
    ],
    notes: [...live.flatMap(service => [...service.notes, ...describeSecrets(service)]), ...notes]
  };
}

function clusterOf([first]: readonly LiveService[]): string | undefined {
  const name = first?.target.clusterName;
  return name === 'default' ? undefined : name;
}

interface Made {
  readonly service: InitService;
  readonly files: readonly ProjectFile[];
}

/** With several services their files begin with their names. */
function makeService(live: LiveService, several: boolean): Made {
  const { target, definition, images, appspec } = live;
  const prefix = several ? `${target.serviceName}.` : '';
  const taskDefinition = {
    path: `${prefix}taskdefinition.json`,
    text: writeJson(trimDefinition(definition.definition)),
    about: `${definition.document.file}, as ${target.serviceName} runs it`
  };
  const appspecFile = appspec && {
    path: `${prefix}appspec.yml`,
    text: renderAppspec(appspec),
    about: `made from the load balancer and network of ${target.serviceName}`
  };
  const [image, ...others] = images;
  const isOneOfSeveral = !several && others.length === 0 && definition.containerNames.length > 1;
  const group = live.group === undefined || isDefault(live.group, live) ? undefined : live.group;
  return {
    service: {
      service: target.serviceName,
      'container-name': isOneOfSeveral ? image?.container : undefined,
      'task-definition': taskDefinition.path,
      appspec: appspecFile?.path,
      'codedeploy-application': group?.application,
      'codedeploy-deployment-group': group?.deploymentGroup
    },
    files: appspecFile === undefined ? [taskDefinition] : [taskDefinition, appspecFile]
  };
}

/** The names of the ECS console, which Slipway takes where none are given (see rollout/group.ts). */
function isDefault({ application, deploymentGroup }: GroupName, { target }: LiveService): boolean {
  const suffix = `${target.clusterName.slice(0, 46)}-${target.serviceName.slice(0, 46)}`;
  return application === `AppECS-${suffix}` && deploymentGroup === `DgpECS-${suffix}`;
}

/** Each container once; where two services mean different repositories by one name, it cannot be said which is to be built. */
function gatherImages(live: readonly LiveService[]): {
  readonly images: readonly LiveImage[];
  readonly notes: readonly string[];
} {
  const all = live.flatMap(({ images }) => images);
  const byContainer = groupByContainer(all);
  const immutable = new Set(all.flatMap(({ repository, isImmutable }) => (isImmutable === true ? repository : [])));
  const images: LiveImage[] = [];
  const notes: string[] = [];
  for (const [container, repositories] of byContainer) {
    const [repository] = repositories;
    if (repositories.length === 1 && repository !== undefined)
      images.push({ container, repository, isImmutable: immutable.has(repository) });
    else {
      notes.push(
        `The services have different images (${listNames(repositories)}) in containers called ${container}: they stay as they are in the task definitions, and nothing is built for them.`
      );
    }
  }
  return { images, notes };
}

function groupByContainer(images: readonly LiveImage[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { container, repository } of images) {
    groups.set(container, [...new Set([...(groups.get(container) ?? []), repository])]);
  }
  return groups;
}

/** Values in plain text that would go into the repository with the file. */
function describeSecrets({ definition, target }: LiveService): readonly string[] {
  const names = listContainers(definition.definition).flatMap(({ record }) =>
    listRecords(own(record, 'environment')).flatMap(variable => {
      const [name, value] = [own(variable, 'name'), own(variable, 'value')];
      return typeof name === 'string' && typeof value === 'string' && looksSecret(name, value) ? [name] : [];
    })
  );
  if (names.length === 0) return [];
  return [
    `The task definition of ${target.serviceName} has what looks like secrets in plain text (${listNames([...new Set(names)])}): move them to "secrets" before you commit it.`
  ];
}
