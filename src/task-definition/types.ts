import type { SourceLocation, RuleProblem } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import type { Path } from '../text/path.js';
import { isRecord, own, type JsonRecord } from '../text/record.js';

/** A task definition that was read and checked for its structure. */
export interface TaskDefinitionFile {
  readonly document: TextDocument;
  /** Ready for RegisterTaskDefinition: keys in source order, read-only fields and nulls left out, tags of a wrapped describe output inside. */
  readonly definition: JsonRecord;
  readonly family: string;
  /** In the order of the file, without repeats. */
  readonly containerNames: readonly string[];
  /** What was left out or is doubtful, but does not stop the job. */
  readonly warnings: readonly RuleProblem[];
  readonly unknownFields: UnknownFields;
  /** Where a part of `definition` stands in the document. */
  place(path: Path): SourceLocation;
}

/** What becomes of fields and enum values that the service model of this release does not know. */
export type UnknownFields = 'error' | 'send';

/** One entry of `containerDefinitions`; name and image are empty where the file gives none. */
export interface Container {
  readonly index: number;
  readonly name: string;
  readonly image: string;
  readonly record: JsonRecord;
}

/** The containers of a task definition in the order of the file. */
export function listContainers(definition: JsonRecord): readonly Container[] {
  return listRecords(own(definition, 'containerDefinitions')).map((record, index) => ({
    index,
    name: text(own(record, 'name')),
    image: text(own(record, 'image')),
    record
  }));
}

/** The ports that a container maps, a single one as a range of one. */
export function listPorts({ record }: Container): readonly { readonly from: number; readonly to: number }[] {
  return listRecords(own(record, 'portMappings')).flatMap(mapping => {
    const port = own(mapping, 'containerPort');
    if (typeof port === 'number') return [{ from: port, to: port }];
    const range = /^(\d+)-(\d+)$/.exec(String(own(mapping, 'containerPortRange')));
    return range === null ? [] : [{ from: Number(range[1]), to: Number(range[2]) }];
  });
}

/** The objects in a list; anything else counts as an empty list. */
export function listRecords(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
