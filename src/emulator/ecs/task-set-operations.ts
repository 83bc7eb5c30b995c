import { boolean, list, number, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import { renderTaskSet } from './service-views.js';
import { launchSettings, readTags } from './shapes.js';
import { findService, findTaskDefinition } from './state.js';
import type { ServiceRecord } from './state.js';
import { createTaskSet, deleteTaskSet, findTaskSet, setPrimaryTaskSet } from './task-sets.js';

const readScale = structure({ value: number, unit: string });

function needExternal(service: ServiceRecord): void {
  if (service.controller !== 'EXTERNAL') {
    throw new AwsFault(
      'InvalidParameterException',
      'Task sets can only be managed by callers on services with an EXTERNAL deployment controller.'
    );
  }
}

const create = operation(
  structure({
    service: string,
    cluster: string,
    externalId: string,
    taskDefinition: string,
    scale: readScale,
    clientToken: string,
    tags: readTags,
    ...launchSettings
  }),
  (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskDefinition = findTaskDefinition(region, input.taskDefinition ?? '');
    const taskSet = createTaskSet(service, { ...input, taskDefinition, scale: input.scale?.value ?? 0 });
    return { taskSet: renderTaskSet(service, taskSet) };
  }
);

const update = operation(
  structure({ service: string, cluster: string, taskSet: string, scale: readScale }),
  (input, { region, now }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.taskSet ?? '');
    taskSet.scale = input.scale?.value ?? taskSet.scale;
    taskSet.updatedAt = now;
    service.wake(0);
    return { taskSet: renderTaskSet(service, taskSet) };
  }
);

const setPrimary = operation(
  structure({ service: string, cluster: string, primaryTaskSet: string }),
  (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.primaryTaskSet ?? '');
    setPrimaryTaskSet(service, taskSet);
    return { taskSet: renderTaskSet(service, taskSet) };
  }
);

const remove = operation(
  structure({ service: string, cluster: string, taskSet: string, force: boolean }),
  (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    needExternal(service);
    const taskSet = findTaskSet(service, input.taskSet ?? '');
    deleteTaskSet(service, taskSet);
    return { taskSet: renderTaskSet(service, taskSet) };
  }
);

const describe = operation(
  structure({ service: string, cluster: string, taskSets: list(string), include: list(string) }),
  (input, { region }) => {
    const service = findService(region, input.cluster, input.service ?? '');
    const wanted = input.taskSets;
    const found = service.taskSets.filter(each => wanted?.some(one => one === each.arn || one === each.id) ?? true);
    const failures = (wanted ?? []).filter(one => !found.some(each => each.arn === one || each.id === one));
    return {
      taskSets: found.map(each => renderTaskSet(service, each)),
      failures: failures.map(arn => ({ arn, reason: 'MISSING' }))
    };
  }
);

export const taskSetOperations: Readonly<Record<string, Operation>> = {
  CreateTaskSet: create,
  UpdateTaskSet: update,
  UpdateServicePrimaryTaskSet: setPrimary,
  DeleteTaskSet: remove,
  DescribeTaskSets: describe
};
