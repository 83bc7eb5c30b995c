import { entriesOf, isRecord, makeRecord, own, type JsonRecord } from '../text/record.js';
import { isReservedTagKey } from '../text/tag-keys.js';
import { listRecords } from './types.js';
import { normalise } from './normalize.js';

/** What ECS fills into a container when it registers it. */
const FILLED_IN: JsonRecord = {
  cpu: 0,
  portMappings: [],
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: []
};
const HEALTH_CHECK: JsonRecord = { interval: 30, timeout: 5, retries: 3 };

/**
 * A described task definition as somebody would have written it: without what ECS filled in on registration and without AWS's own tags,
 * which nobody may set. Keys keep their order. What is left out makes no difference to ECS: where it would, all stays as it is.
 */
export function trimDefinition(definition: JsonRecord): JsonRecord {
  const trimmed = makeRecord(
    entriesOf(definition).flatMap(([key, value]): (readonly [string, unknown])[] => {
      if (key === 'containerDefinitions') {
        return [[key, listRecords(value).map(container => trimContainer(container, own(definition, 'networkMode')))]];
      }
      if ((key === 'volumes' || key === 'placementConstraints') && isEmpty(value)) return [];
      if (key !== 'tags') return [[key, value]];
      const tags = listRecords(value).filter(tag => !isReservedTagKey(own(tag, 'key')));
      return tags.length === 0 ? [] : [[key, tags]];
    })
  );
  return JSON.stringify(normalise(trimmed)) === JSON.stringify(normalise(definition)) ? trimmed : definition;
}

function trimContainer(container: JsonRecord, networkMode: unknown): JsonRecord {
  const kept = entriesOf(leaveOut(container, FILLED_IN));
  return makeRecord(
    kept.map(([key, value]) => {
      if (key === 'portMappings') return [key, listRecords(value).map(mapping => trimPort(mapping, networkMode))];
      return [key, key === 'healthCheck' && isRecord(value) ? leaveOut(value, HEALTH_CHECK) : value];
    })
  );
}

function trimPort(mapping: JsonRecord, networkMode: unknown): JsonRecord {
  const isOwn = networkMode === 'awsvpc' || networkMode === 'host';
  return leaveOut(mapping, { hostPort: isOwn ? own(mapping, 'containerPort') : 0, protocol: 'tcp' });
}

function leaveOut(record: JsonRecord, filledIn: JsonRecord): JsonRecord {
  const isFilledIn = (key: string, value: unknown): boolean =>
    Object.hasOwn(filledIn, key) && JSON.stringify(value) === JSON.stringify(filledIn[key]);
  return makeRecord(entriesOf(record).filter(([key, value]) => !isFilledIn(key, value)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
