import { list, string, structure } from '../server/decode.js';
import { AwsFault, newUuid, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readAppSpec } from './appspec.js';
import { readRevision, type Revision } from './shapes.js';
import { checkName, CODEDEPLOY, findActive, getApplication, refuseToken } from './state.js';
import { addTags, applicationArn, forgetTags, readTags } from './tags.js';
import type { ApplicationRecord, RevisionRecord } from './state.js';

const MOST_BATCH = 100;
const named = { applicationName: string };

function describe(application: ApplicationRecord): Readonly<Record<string, unknown>> {
  return {
    applicationId: application.id,
    applicationName: application.name,
    createTime: toEpochSeconds(application.createTime),
    linkedToGitHub: false,
    computePlatform: application.platform
  };
}

/** Notes a revision of an application; one with the same content is the same revision. */
export function registerRevision(
  application: ApplicationRecord,
  revision: Revision,
  sha256: string,
  now: number
): RevisionRecord {
  const known = application.revisions.get(sha256);
  if (known !== undefined) return known;
  const record: RevisionRecord = {
    revision: {
      ...revision,
      appSpecContent: { content: (revision.appSpecContent ?? revision.string)?.content, sha256 }
    },
    registerTime: now,
    description: undefined,
    firstUsedTime: undefined,
    lastUsedTime: undefined,
    deploymentGroups: new Set()
  };
  application.revisions.set(sha256, record);
  return record;
}

function refuseBusy(region: RegionState, application: ApplicationRecord): void {
  for (const group of application.groups.values()) {
    const active = findActive(region, group);
    if (active === undefined) continue;
    throw new AwsFault(
      'InvalidApplicationNameException',
      `The application ${application.name} has the active deployment ${active.id}`
    );
  }
}

/** The operations on applications and their revisions. */
export const applicationOperations: Readonly<Record<string, Operation>> = {
  CreateApplication: operation(structure({ ...named, computePlatform: string, tags: readTags }), (input, context) => {
    const name = checkName('Application', input.applicationName);
    const { applications } = context.region.part(CODEDEPLOY);
    const platform = input.computePlatform ?? 'Server';
    if (applications.has(name)) {
      throw new AwsFault('ApplicationAlreadyExistsException', `Application already exists with the name: ${name}`);
    }
    addTags(context.region, applicationArn(context.region, name), input.tags ?? []);
    const id = newUuid();
    applications.set(name, { id, name, platform, createTime: context.now, groups: new Map(), revisions: new Map() });
    return { applicationId: id };
  }),

  GetApplication: operation(structure(named), (input, context) => ({
    application: describe(getApplication(context.region, input.applicationName))
  })),

  BatchGetApplications: operation(structure({ applicationNames: list(string) }), (input, context) => {
    const names = input.applicationNames ?? [];
    if (names.length === 0) throw new AwsFault('ApplicationNameRequiredException', 'The Application name is required');
    if (names.length > MOST_BATCH) {
      throw new AwsFault('BatchLimitExceededException', `At most ${MOST_BATCH} applications can be asked for at once`);
    }
    return { applicationsInfo: names.map(name => describe(getApplication(context.region, name))) };
  }),

  ListApplications: operation(structure({ nextToken: string }), (input, context) => {
    refuseToken(input.nextToken);
    return { applications: [...context.region.part(CODEDEPLOY).applications.keys()].sort() };
  }),

  DeleteApplication: operation(structure(named), (input, context) => {
    const name = checkName('Application', input.applicationName);
    const { applications } = context.region.part(CODEDEPLOY);
    const application = applications.get(name);
    if (application !== undefined) refuseBusy(context.region, application);
    applications.delete(name);
    forgetTags(context.region, applicationArn(context.region, name));
    return undefined;
  }),

  RegisterApplicationRevision: operation(
    structure({ ...named, description: string, revision: readRevision }),
    (input, context) => {
      const application = getApplication(context.region, input.applicationName);
      const { sha256 } = readAppSpec(input.revision);
      registerRevision(application, input.revision ?? {}, sha256, context.now).description = input.description;
      return undefined;
    }
  ),

  GetApplicationRevision: operation(structure({ ...named, revision: readRevision }), (input, context) => {
    const application = getApplication(context.region, input.applicationName);
    const found = findRevision(application, input.revision ?? {});
    if (found === undefined) {
      throw new AwsFault('RevisionDoesNotExistException', 'No application revision found for the given revision');
    }
    return { applicationName: application.name, revision: found.revision, revisionInfo: describeRevision(found) };
  }),

  ListApplicationRevisions: operation(
    structure({
      ...named,
      sortBy: string,
      sortOrder: string,
      s3Bucket: string,
      s3KeyPrefix: string,
      deployed: string,
      nextToken: string
    }),
    (input, context) => {
      refuseToken(input.nextToken);
      const application = getApplication(context.region, input.applicationName);
      if (input.s3KeyPrefix !== undefined && input.s3Bucket === undefined) {
        throw new AwsFault('BucketNameFilterRequiredException', 'A bucket name is required, but was not provided.');
      }
      // Revisions in S3 are for other platforms than ECS.
      const all = input.s3Bucket === undefined ? [...application.revisions.values()] : [];
      const { deployed = 'ignore', sortBy, sortOrder } = input;
      const found = all.filter(
        ({ firstUsedTime }) => deployed === 'ignore' || (deployed === 'include') === (firstUsedTime !== undefined)
      );
      const timeOf = (record: RevisionRecord): number =>
        (sortBy === 'registerTime' || sortBy === 'firstUsedTime' || sortBy === 'lastUsedTime'
          ? record[sortBy]
          : undefined) ?? 0;
      found.sort((one, other) => timeOf(one) - timeOf(other));
      if (sortOrder === 'descending') found.reverse();
      return { revisions: found.map(({ revision }) => revision) };
    }
  ),

  BatchGetApplicationRevisions: operation(structure({ ...named, revisions: list(readRevision) }), (input, context) => {
    const application = getApplication(context.region, input.applicationName);
    const { revisions = [] } = input;
    if (revisions.length === 0) throw new AwsFault('RevisionRequiredException', 'Revision is required');
    const found = revisions.map(revision => findRevision(application, revision));
    return {
      applicationName: application.name,
      errorMessage: found.includes(undefined) ? 'No application revision found for some of the revisions' : undefined,
      revisions: found.flatMap(record =>
        record === undefined ? [] : { revisionLocation: record.revision, genericRevisionInfo: describeRevision(record) }
      )
    };
  })
};

function findRevision(application: ApplicationRecord, revision: Revision): RevisionRecord | undefined {
  const given = revision.appSpecContent ?? revision.string;
  return application.revisions.get((given?.sha256 ?? '').toLowerCase());
}

function describeRevision(record: RevisionRecord): object {
  const toSeconds = (time: number | undefined): number | undefined =>
    time === undefined ? undefined : toEpochSeconds(time);
  return {
    description: record.description,
    deploymentGroups: [...record.deploymentGroups],
    firstUsedTime: toSeconds(record.firstUsedTime),
    lastUsedTime: toSeconds(record.lastUsedTime),
    registerTime: toEpochSeconds(record.registerTime)
  };
}
