import { boolean, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { type CloudModule, type JsonService, operation } from '../server/service.js';
import { makeFilter, readOldFilters, readParameterFilters } from './filters.js';
import { checkName, checkPut, chooseTier, readPolicies } from './rules.js';
import { PARAMETERS, type ParameterRecord } from './state.js';

const DEFAULT_KEY = 'alias/aws/ssm';

// The value is thrown away: nothing here reads one.
const putParameter = operation(
  structure({
    Name: string,
    Description: string,
    Value: string,
    Type: string,
    KeyId: string,
    Overwrite: boolean,
    AllowedPattern: string,
    Tags: list(structure({ Key: string, Value: string })),
    Tier: string,
    Policies: string,
    DataType: string
  }),
  (input, { region, now, principal }) => {
    const name = input.Name ?? '';
    checkName(name);
    const parameters = region.part(PARAMETERS);
    const before = parameters.get(name);
    if (before !== undefined && input.Overwrite !== true) {
      throw new AwsFault(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.'
      );
    }
    checkPut(input, before);
    const type = input.Type ?? before?.type ?? 'String';
    const tier = chooseTier(input, before);
    const version = (before?.version ?? 0) + 1;
    parameters.set(name, {
      name,
      arn: region.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
      type,
      tier,
      dataType: input.DataType ?? before?.dataType ?? 'text',
      keyId: type === 'SecureString' ? (input.KeyId ?? before?.keyId ?? DEFAULT_KEY) : undefined,
      description: input.Description ?? before?.description,
      allowedPattern: input.AllowedPattern ?? before?.allowedPattern,
      policies: input.Policies === undefined ? (before?.policies ?? []) : readPolicies(input.Policies),
      tags: before?.tags ?? new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
      changedAt: now,
      changedBy: principal,
      version
    });
    return { Version: version, Tier: tier };
  }
);

const deleteParameter = operation(structure({ Name: string }), (input, { region }) => {
  if (!region.part(PARAMETERS).delete(input.Name ?? '')) throw new AwsFault('ParameterNotFound', '');
  return {};
});

const describeParameters = operation(
  structure({
    Filters: readOldFilters,
    ParameterFilters: readParameterFilters,
    MaxResults: integer,
    NextToken: string,
    Shared: boolean
  }),
  (input, { region }) => {
    if (input.Filters !== undefined && input.ParameterFilters !== undefined) {
      throw new AwsFault('ValidationException', 'You can use either Filters or ParameterFilters in a single request.');
    }
    const old = (input.Filters ?? []).map(filter => ({ ...filter, Option: 'BeginsWith' }));
    const passes = makeFilter(input.ParameterFilters ?? old);
    // Nobody shares any.
    const all = input.Shared === true ? [] : [...region.part(PARAMETERS).values()];
    const page = cutPage(all.filter(passes), input.MaxResults, input.NextToken, 50);
    return { Parameters: page.items.map(render), NextToken: page.nextToken };
  }
);

function render(parameter: ParameterRecord): object {
  return {
    Name: parameter.name,
    ARN: parameter.arn,
    Type: parameter.type,
    KeyId: parameter.keyId,
    LastModifiedDate: toEpochSeconds(parameter.changedAt),
    LastModifiedUser: parameter.changedBy,
    Description: parameter.description,
    AllowedPattern: parameter.allowedPattern,
    Version: parameter.version,
    Tier: parameter.tier,
    Policies: parameter.policies.map(({ text, type }) => ({
      PolicyText: text,
      PolicyType: type,
      PolicyStatus: 'Pending'
    })),
    DataType: parameter.dataType
  };
}

const ssm: JsonService = {
  name: 'ssm',
  targetPrefix: 'AmazonSSM',
  serverError: 'InternalServerError',
  operations: { PutParameter: putParameter, DescribeParameters: describeParameters, DeleteParameter: deleteParameter }
};

/** The Parameter Store of AWS Systems Manager without values. Reading one is not served. */
export const ssmModule: CloudModule = { json: [ssm] };
