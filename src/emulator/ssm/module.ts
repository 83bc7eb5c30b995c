import { boolean, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { type CloudModule, type JsonService, operation } from '../server/service.js';
import type { PartKey } from '../server/state.js';

interface ParameterRecord {
  readonly name: string;
  readonly arn: string;
  readonly type: string;
  readonly changedAt: number;
  readonly version: number;
}

const PARAMETERS: PartKey<Map<string, ParameterRecord>> = { create: () => new Map() };

// The value is thrown away: nothing here reads one.
const putParameter = operation(
  structure({ Name: string, Value: string, Type: string, Overwrite: boolean }),
  (input, { region, now }) => {
    const name = input.Name ?? '';
    if (!/^[\w./-]{1,2048}$/.test(name)) throw new AwsFault('ValidationException', `Parameter name: can't be ${name}`);
    const parameters = region.part(PARAMETERS);
    const before = parameters.get(name);
    if (before !== undefined && input.Overwrite !== true) {
      throw new AwsFault(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.'
      );
    }
    const version = (before?.version ?? 0) + 1;
    const arn = region.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
    parameters.set(name, { name, arn, type: input.Type ?? before?.type ?? 'String', changedAt: now, version });
    return { Version: version, Tier: 'Standard' };
  }
);

const deleteParameter = operation(structure({ Name: string }), (input, { region }) => {
  if (!region.part(PARAMETERS).delete(input.Name ?? '')) throw new AwsFault('ParameterNotFound', '');
  return {};
});

const describeParameters = operation(
  structure({
    ParameterFilters: list(structure({ Key: string, Option: string, Values: list(string) })),
    MaxResults: integer,
    NextToken: string
  }),
  (input, { region }) => {
    const filters = input.ParameterFilters ?? [];
    for (const { Key: key, Option: option = 'Equals', Values: values = [] } of filters) {
      if (key !== 'Name' || !['Equals', 'BeginsWith', 'Contains'].includes(option)) {
        throw new AwsFault('InvalidFilterKey', `The filter ${key ?? ''} ${option} is not served here.`);
      }
      if (values.length < 1 || values.length > 50) {
        throw new AwsFault('ValidationException', '1 validation error detected: 1 to 50 values are taken in a filter');
      }
    }
    const found = [...region.part(PARAMETERS).values()].filter(({ name }) =>
      filters.every(({ Option: option = 'Equals', Values: values = [] }) =>
        values.some(value => {
          if (option === 'Equals') return name === value;
          return option === 'BeginsWith' ? name.startsWith(value) : name.includes(value);
        })
      )
    );
    const page = cutPage(found, input.MaxResults, input.NextToken, 50);
    return {
      Parameters: page.items.map(({ name, arn, type, changedAt, version }) => ({
        Name: name,
        ARN: arn,
        Type: type,
        LastModifiedDate: toEpochSeconds(changedAt),
        Version: version,
        Tier: 'Standard',
        Policies: [],
        DataType: 'text'
      })),
      NextToken: page.nextToken
    };
  }
);

const ssm: JsonService = {
  name: 'ssm',
  targetPrefix: 'AmazonSSM',
  serverError: 'InternalServerError',
  operations: { PutParameter: putParameter, DescribeParameters: describeParameters, DeleteParameter: deleteParameter }
};

/** The Parameter Store of AWS Systems Manager without values. Reading one is not served. */
export const ssmModule: CloudModule = { json: [ssm] };
