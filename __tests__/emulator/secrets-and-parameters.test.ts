import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { items, member, openStage } from './core-support.js';
import type { Answer, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

function secrets(operation: string, input: unknown): Promise<Answer> {
  return stage.send('secretsmanager', operation, input);
}

function ssm(operation: string, input: unknown): Promise<Answer> {
  return stage.send('AmazonSSM', operation, input);
}

const DAY = 24 * 60 * 60;
const TOKEN = '0123456789abcdef0123456789abcdef';

describe('Secrets Manager', () => {
  it('keeps what a secret was created with', async () => {
    const Tags = [{ Key: 'team', Value: 'shop' }];
    const made = { Name: 'db', Description: 'the database', KmsKeyId: 'alias/own', Tags };
    const created = await secrets('CreateSecret', { ...made, SecretBinary: 'AAECAw==', ClientRequestToken: TOKEN });
    expect(created.body).toMatchObject({ VersionId: TOKEN });
    expect((await secrets('DescribeSecret', { SecretId: 'db' })).body).toMatchObject({
      ...made,
      VersionIdsToStages: { [TOKEN]: ['AWSCURRENT'] }
    });
    const listed = await secrets('ListSecrets', {});
    expect(listed.body['SecretList']).toMatchObject([{ ...made, SecretVersionsToStages: { [TOKEN]: ['AWSCURRENT'] } }]);
  });

  it('knows the same request again by its token and value', async () => {
    const input = { Name: 'db', SecretString: 'x', ClientRequestToken: TOKEN };
    const first = await secrets('CreateSecret', input);
    expect((await secrets('CreateSecret', input)).body).toEqual(first.body);
    expect((await secrets('CreateSecret', { ...input, SecretString: 'y' })).error).toBe('ResourceExistsException');
    expect((await secrets('CreateSecret', { Name: 'db', SecretString: 'x' })).error).toBe('ResourceExistsException');
  });

  it.each([
    [
      { SecretString: 'x', SecretBinary: 'AA==' },
      "You can't specify both a binary secret value and a string secret value"
    ],
    [{ AddReplicaRegions: [{ Region: 'us-east-1' }] }, 'does not replicate secrets']
  ])('refuses to create with %j', async (more, message) => {
    const answer = await secrets('CreateSecret', { Name: 'db', ...more });
    expect(answer).toMatchObject({
      error: 'InvalidParameterException',
      body: { message: expect.stringContaining(message) }
    });
    expect((await secrets('DescribeSecret', { SecretId: 'db' })).error).toBe('ResourceNotFoundException');
  });

  it('deletes after the recovery window, and until then restores', async () => {
    await secrets('CreateSecret', { Name: 'db' });
    const now = Date.UTC(2026, 0, 1) / 1000;
    const marked = await secrets('DeleteSecret', { SecretId: 'db', RecoveryWindowInDays: 7 });
    expect(marked.body).toMatchObject({ DeletionDate: now + 7 * DAY });
    expect((await secrets('DeleteSecret', { SecretId: 'db' })).error).toBe('InvalidRequestException');
    expect((await secrets('CreateSecret', { Name: 'db' })).body['message']).toEqual(
      "You can't create this secret because a secret with this name is already scheduled for deletion."
    );
    expect((await secrets('ListSecrets', {})).body['SecretList']).toEqual([]);
    expect((await secrets('ListSecrets', { IncludePlannedDeletion: true })).body['SecretList']).toHaveLength(1);
    await secrets('RestoreSecret', { SecretId: 'db' });
    stage.pass(8 * DAY);
    expect((await secrets('DeleteSecret', { SecretId: 'db' })).body).toMatchObject({ DeletionDate: now + 38 * DAY });
    stage.pass(29 * DAY);
    expect((await secrets('DescribeSecret', { SecretId: 'db' })).body).toHaveProperty('DeletedDate');
    stage.pass(2 * DAY);
    expect((await secrets('DescribeSecret', { SecretId: 'db' })).error).toBe('ResourceNotFoundException');
  });

  it.each([
    [{ RecoveryWindowInDays: 6 }, 'between 7 and 30 days'],
    [{ RecoveryWindowInDays: 31 }, 'between 7 and 30 days'],
    [{ RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true }, 'in conjunction with']
  ])('refuses to delete with %j', async (more, message) => {
    await secrets('CreateSecret', { Name: 'db' });
    const answer = await secrets('DeleteSecret', { SecretId: 'db', ...more });
    expect(answer).toMatchObject({
      error: 'InvalidParameterException',
      body: { message: expect.stringContaining(message) }
    });
    expect((await secrets('ListSecrets', {})).body['SecretList']).toHaveLength(1);
  });

  it.each([
    [[{ Key: 'name', Values: ['shop/'] }], ['shop/api', 'shop/web']],
    [[{ Key: 'name', Values: ['Shop/'] }], []],
    [[{ Key: 'name', Values: ['!shop/'] }], ['blog']],
    [[{ Key: 'description', Values: ['THE'] }], ['shop/web']],
    [[{ Key: 'tag-key', Values: ['team'] }], ['blog']],
    [[{ Key: 'tag-value', Values: ['a', 'news'] }], ['blog']],
    [
      [
        { Key: 'name', Values: ['shop'] },
        { Key: 'description', Values: ['the'] }
      ],
      ['shop/web']
    ],
    [[{ Key: 'all', Values: ['WEB front'] }], ['shop/web']],
    [[{ Key: 'owning-service', Values: ['rds'] }], []]
  ])('lists by the filters %j', async (Filters, names) => {
    await secrets('CreateSecret', { Name: 'shop/web', Description: 'the front' });
    await secrets('CreateSecret', { Name: 'shop/api' });
    await secrets('CreateSecret', { Name: 'blog', Tags: [{ Key: 'team', Value: 'news' }] });
    const { body } = await secrets('ListSecrets', { Filters, SortBy: 'name' });
    expect(items(member(body, 'SecretList')).map(each => each['Name'])).toEqual(names);
  });

  it.each([
    [{ Filters: [{ Key: 'nam', Values: ['a'] }] }, 'ValidationException'],
    [{ Filters: [{ Key: 'name' }] }, 'InvalidParameterException'],
    [{ SortBy: 'age' }, 'ValidationException']
  ])('refuses to list by %j', async (input, error) => {
    expect((await secrets('ListSecrets', input)).error).toBe(error);
  });

  it.each([{ SecretString: '' }, { ClientRequestToken: 'short' }])('holds %j to its length', async more => {
    expect((await secrets('CreateSecret', { Name: 'db', ...more })).error).toBe('ValidationException');
  });
});

const GOOD = { Name: '/shop/db', Value: 'x', Type: 'String' };

describe('the Parameter Store', () => {
  it('keeps what a parameter was put with, and over it what is put anew', async () => {
    const made = {
      Name: '/shop/db',
      Type: 'SecureString',
      Description: 'the database',
      KeyId: 'alias/own',
      AllowedPattern: '[a-z]+',
      Tier: 'Advanced',
      DataType: 'text'
    };
    const Policies = JSON.stringify([
      { Type: 'NoChangeNotification', Version: '1.0', Attributes: { After: '20', Unit: 'Days' } }
    ]);
    const put = await ssm('PutParameter', { ...made, Value: 'x', Policies, Tags: [{ Key: 'team', Value: 'shop' }] });
    expect(put.body).toEqual({ Version: 1, Tier: 'Advanced' });
    await ssm('PutParameter', { Name: made.Name, Value: 'y', Overwrite: true });
    const { body } = await ssm('DescribeParameters', { ParameterFilters: [{ Key: 'tag:team', Values: ['shop'] }] });
    expect(body['Parameters']).toMatchObject([
      { ...made, Version: 2, Policies: [{ PolicyType: 'NoChangeNotification' }] }
    ]);
  });

  it('takes a large value into the tier that has room for it', async () => {
    const large = { ...GOOD, Value: 'x'.repeat(4097) };
    expect((await ssm('PutParameter', large)).body['message']).toEqual(
      expect.stringContaining('Standard tier parameters support a maximum parameter value of 4096 characters.')
    );
    expect((await ssm('PutParameter', { ...large, Tier: 'Intelligent-Tiering' })).body).toMatchObject({
      Tier: 'Advanced'
    });
    const down = await ssm('PutParameter', { ...GOOD, Tier: 'Standard', Overwrite: true });
    expect(down.body['message']).toEqual(expect.stringContaining("You can't downgrade"));
    const huge = await ssm('PutParameter', { ...GOOD, Value: 'x'.repeat(8193), Overwrite: true });
    expect(huge.error).toBe('ValidationException');
  });

  it.each([
    [{ Name: '/a', Value: 'x' }, 'ValidationException', 'A parameter type is required when you create a parameter.'],
    [{ Name: '/a', Type: 'String' }, 'ValidationException', "Value null at 'value'"],
    [{ ...GOOD, Type: 'Text' }, 'ValidationException', "at 'type'"],
    [{ ...GOOD, Tier: 'Big' }, 'ValidationException', "at 'tier'"],
    [{ ...GOOD, DataType: 'json' }, 'ValidationException', "at 'dataType'"],
    [{ ...GOOD, KeyId: 'alias/own' }, 'ValidationException', 'SecureString'],
    [{ ...GOOD, AllowedPattern: '\\d+' }, 'ParameterPatternMismatchException', 'cannot be validated'],
    [{ ...GOOD, AllowedPattern: '[' }, 'InvalidAllowedPatternException', 'not valid'],
    [{ ...GOOD, Policies: '[]' }, 'ValidationException', 'Advanced'],
    [{ ...GOOD, Policies: '{}', Tier: 'Advanced' }, 'InvalidPolicyTypeException', 'JSON list'],
    [{ ...GOOD, Name: 'shop/db' }, 'ValidationException', 'Parameter name must be a fully qualified name.'],
    [{ ...GOOD, Name: '/ssm/db' }, 'ValidationException', "can't be prefixed"],
    [{ ...GOOD, Name: '/a'.repeat(16) }, 'HierarchyLevelLimitExceededException', '15'],
    [
      { ...GOOD, Name: '/known', Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] },
      'ValidationException',
      "can't be used together"
    ],
    [
      { ...GOOD, Name: '/known', Overwrite: true, Type: 'SecureString' },
      'HierarchyTypeMismatchException',
      'changing a parameter type'
    ]
  ])('refuses %j', async (input, error, message) => {
    await ssm('PutParameter', { ...GOOD, Name: '/known' });
    const answer = await ssm('PutParameter', input);
    expect(answer.error).toBe(error);
    expect(answer.body['message']).toEqual(expect.stringMatching(new RegExp(message.replace(/[.()]/g, '.'), 'i')));
    expect((await ssm('DescribeParameters', {})).body['Parameters']).toMatchObject([{ Name: '/known', Version: 1 }]);
  });

  it.each([
    [{ ParameterFilters: [{ Key: 'Path', Values: ['/shop'] }] }, ['/shop/db']],
    [{ ParameterFilters: [{ Key: 'Path', Option: 'Recursive', Values: ['/shop/'] }] }, ['/shop/db', '/shop/web/key']],
    [{ ParameterFilters: [{ Key: 'Type', Values: ['SecureString'] }] }, ['/shop/web/key']],
    [{ ParameterFilters: [{ Key: 'KeyId', Option: 'BeginsWith', Values: ['alias/aws'] }] }, ['/shop/web/key']],
    [{ ParameterFilters: [{ Key: 'Tier', Values: ['Advanced'] }] }, ['blog']],
    [{ ParameterFilters: [{ Key: 'tag:team' }] }, ['blog']],
    [{ Filters: [{ Key: 'Name', Values: ['/shop'] }] }, ['/shop/db', '/shop/web/key']],
    [{ Shared: true }, []]
  ])('finds by %j', async (input, names) => {
    await ssm('PutParameter', GOOD);
    await ssm('PutParameter', { ...GOOD, Name: '/shop/web/key', Type: 'SecureString' });
    await ssm('PutParameter', { ...GOOD, Name: 'blog', Tier: 'Advanced', Tags: [{ Key: 'team', Value: 'news' }] });
    const { body } = await ssm('DescribeParameters', input);
    expect(items(member(body, 'Parameters')).map(each => each['Name'])).toEqual(names);
  });

  it.each([
    [{ ParameterFilters: [{ Key: 'Label', Values: ['x'] }] }, 'InvalidFilterKey'],
    [{ ParameterFilters: [{ Key: 'Tier', Option: 'Contains', Values: ['x'] }] }, 'InvalidFilterOption'],
    [{ ParameterFilters: [{ Key: 'Name', Values: [] }] }, 'ValidationException'],
    [{ ParameterFilters: [{ Key: 'Name' }] }, 'InvalidFilterValue'],
    [{ ParameterFilters: [], Filters: [] }, 'ValidationException']
  ])('refuses to find by %j', async (input, error) => {
    expect((await ssm('DescribeParameters', input)).error).toBe(error);
  });
});
