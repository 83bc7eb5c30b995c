import { integer, list, string, structure, timestamp } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { failDeployment, hasEnded, setStatus } from './deployments.js';
import type { FailureWords } from './deployments.js';
import { answerHook } from './native-strategies.js';
import { isListed, renderRevision, renderServiceDeployment, renderServiceDeploymentBrief } from './service-views.js';
import { ECS, findCluster, lookUpService } from './state.js';
import type { ServiceDeploymentRecord, ServiceRecord } from './state.js';
import * as timings from './timings.js';

const STOP_WORDS: FailureWords = {
  event: 'stopped by user.',
  judge: 'ECS deployment',
  status: 'Service deployment rolled back because a user requested it.'
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html; newest first. */
const listDeployments = operation(
  structure({
    service: string,
    cluster: string,
    status: list(string),
    createdAt: structure({ before: timestamp, after: timestamp }),
    nextToken: string,
    maxResults: integer
  }),
  (input, { region }) => {
    const service = lookUpService(findCluster(region, input.cluster), input.service ?? '');
    if (service === undefined) throw new AwsFault('ServiceNotFoundException', 'Service not found.');
    if (service.controller !== 'ECS') {
      throw new AwsFault(
        'UnsupportedFeatureException',
        'Service deployments are only supported for services with the ECS deployment controller.'
      );
    }
    const { before = Number.POSITIVE_INFINITY, after = Number.NEGATIVE_INFINITY } = input.createdAt ?? {};
    const found = service.serviceDeployments
      .filter(each => isListed(service, each))
      .filter(each => input.status === undefined || input.status.length === 0 || input.status.includes(each.status))
      .filter(each => each.createdAt > after && each.createdAt < before);
    const page = cutPage(found, input.maxResults, input.nextToken);
    return {
      serviceDeployments: page.items.map(each => renderServiceDeploymentBrief(service, each)),
      nextToken: page.nextToken
    };
  }
);

interface Found<T> {
  readonly service: ServiceRecord;
  readonly record: T;
}

/** `arn:…:service-deployment/<cluster>/<service>/<id>` and `…:service-revision/…` name cluster and service. */
function findIn<T extends { readonly arn: string }>(
  region: RegionState,
  arn: string,
  recordsOf: (service: ServiceRecord) => readonly T[]
): Found<T> | undefined {
  const [, cluster = '', name = ''] = arn.split('/');
  const service = region.part(ECS).clusters.get(cluster)?.services.get(name);
  const record = service === undefined ? undefined : recordsOf(service).find(each => each.arn === arn);
  return service === undefined || record === undefined ? undefined : { service, record };
}

function describeAll<T extends { readonly arn: string }>(
  region: RegionState,
  arns: readonly string[],
  recordsOf: (service: ServiceRecord) => readonly T[],
  render: (service: ServiceRecord, record: T) => unknown
): { readonly found: readonly unknown[]; readonly failures: readonly unknown[] } {
  if (arns.length === 0) throw new AwsFault('InvalidParameterException', 'At least one ARN must be given.');
  const found: unknown[] = [];
  const failures: unknown[] = [];
  for (const arn of arns) {
    const hit = findIn(region, arn, recordsOf);
    if (hit === undefined) failures.push({ arn, reason: 'MISSING' });
    else found.push(render(hit.service, hit.record));
  }
  return { found, failures };
}

const describe = operation(structure({ serviceDeploymentArns: list(string) }), (input, { region }) => {
  const arns = input.serviceDeploymentArns ?? [];
  const { found, failures } = describeAll(region, arns, each => each.serviceDeployments, renderServiceDeployment);
  return { serviceDeployments: found, failures };
});

const describeRevisions = operation(structure({ serviceRevisionArns: list(string) }), (input, { region }) => {
  const arns = input.serviceRevisionArns ?? [];
  const { found, failures } = describeAll(region, arns, each => each.revisions, renderRevision);
  return { serviceRevisions: found, failures };
});

function findDeployment(region: RegionState, arn: string | undefined): Found<ServiceDeploymentRecord> {
  const hit = findIn(region, arn ?? '', each => each.serviceDeployments);
  if (hit === undefined)
    throw new AwsFault('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
  return hit;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html; ROLLBACK where the type is not given. */
const stop = operation(structure({ serviceDeploymentArn: string, stopType: string }), (input, { region }) => {
  const { service, record } = findDeployment(region, input.serviceDeploymentArn);
  if (hasEnded(record) || ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(record.status)) {
    throw new AwsFault(
      'ConflictException',
      `The service deployment cannot be stopped because its status is ${record.status}.`
    );
  }
  const isAbort = input.stopType === 'ABORT';
  setStatus(service, record, isAbort ? 'STOP_REQUESTED' : 'ROLLBACK_REQUESTED', undefined);
  region.timeline.after(timings.SCHEDULING, () => {
    const deployment = service.deployments.find(each => each.serviceDeployment === record);
    if (deployment === undefined || hasEnded(record)) return;
    const words = isAbort
      ? { ...STOP_WORDS, status: 'Service deployment stopped because a user requested it.' }
      : STOP_WORDS;
    failDeployment(service, deployment, words, !isAbort);
    service.wake(0);
  });
  return { serviceDeploymentArn: record.arn };
});

const goOn = operation(
  structure({ serviceDeploymentArn: string, hookId: string, action: string }),
  (input, { region }) => {
    const { service, record } = findDeployment(region, input.serviceDeploymentArn);
    const action = input.action === 'ROLLBACK' ? 'ROLLBACK' : 'CONTINUE';
    const hook = record.hooks.find(each => each.hookId === input.hookId);
    if (hook === undefined || !answerHook(service, hook, action)) {
      throw new AwsFault('InvalidParameterException', 'The lifecycle hook is not awaiting an action.');
    }
    return { serviceDeploymentArn: record.arn };
  }
);

export const serviceDeploymentOperations: Readonly<Record<string, Operation>> = {
  ListServiceDeployments: listDeployments,
  DescribeServiceDeployments: describe,
  DescribeServiceRevisions: describeRevisions,
  StopServiceDeployment: stop,
  ContinueServiceDeployment: goOn
};
