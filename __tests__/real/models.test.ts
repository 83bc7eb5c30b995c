import { describe, expect, it } from '@jest/globals';

import { withSandbox, type Sandbox } from '../dist/sandbox.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from '../dist/seed.js';
import { checkAgainstModels } from './models.js';
import { tapWire, type Exchange, type Query } from './wire.js';

/** Ships through a tapped wire and returns what went over it. */
async function ship(
  sandbox: Sandbox,
  inputs: Readonly<Record<string, string>>,
  outcome: string
): Promise<readonly Exchange[]> {
  const wire = await tapWire(sandbox.cloud.endpoint);
  try {
    const run = await sandbox.ship(inputs, { env: { AWS_ENDPOINT_URL: wire.endpoint } });
    expect(run.outputs['outcome']).toBe(outcome);
    return wire.exchanges;
  } finally {
    await wire.close();
  }
}

describe("botocore's service models", () => {
  it(
    'take every request and every answer of a rolling deployment',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        const exchanges = await ship(sandbox, { ...ROLLING, tags: '{sha},latest' }, 'succeeded');
        const operations = exchanges.map(({ operation }) => operation);
        expect(operations).toEqual(
          expect.arrayContaining(['RegisterTaskDefinition', 'UpdateService', 'DescribeServiceDeployments'])
        );
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it(
    'take every request and every answer of a rolling deployment that fails',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
        const exchanges = await ship(sandbox, ROLLING, 'rolled-back');
        expect(exchanges.map(({ operation }) => operation)).toEqual(
          expect.arrayContaining(['DescribeTasks', 'GetLogEvents'])
        );
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it.each([
    ['succeeds', undefined, 'succeeded'],
    ['fails', 'crash', 'rolled-back']
  ] as const)(
    'take every request and every answer of a CodeDeploy deployment that %s',
    (_, behaviour, outcome) =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'CODE_DEPLOY');
        await sandbox.write('taskdefinition.json', taskDefinition({}, behaviour));
        const exchanges = await ship(sandbox, BLUE_GREEN, outcome);
        expect(exchanges.map(({ operation }) => operation)).toContain('CreateDeployment');
        expect(checkAgainstModels(exchanges)).toEqual([]);
      }),
    60_000
  );

  it('say no to what is wrong', () => {
    const target = 'AmazonEC2ContainerServiceV20141113';
    const found = checkAgainstModels([
      {
        target,
        operation: 'UpdateService',
        input: { desiredCont: 2 },
        status: 200,
        output: { service: { propagateTags: 'ALL' } }
      },
      {
        target,
        operation: 'DescribeServices',
        input: { services: [1] },
        status: 400,
        output: { __type: 'NoSuchException' }
      }
    ]);
    expect(found).toHaveLength(5);
    for (const words of ['desiredCont', 'Missing required', 'NoSuchException', 'ALL', 'services[0]']) {
      expect(found.join('\n')).toContain(words);
    }
  });

  it('say no to what is wrong in a form, in XML and in an error', () => {
    const answer = (form: string, xml: string, status = 200) => ({ form, xml, status });
    const group = 'Action=DescribeSecurityGroups&Version=2016-11-15';
    const envelope = (inner: string): string =>
      `<DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>${inner}</DescribeSecurityGroupsResponse>`;
    const role = (inner: string): string =>
      `<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult>${inner}</GetRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetRoleResponse>`;
    const refusal = (code: string): string =>
      `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Code>${code}</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
    const get = 'Action=GetRole&Version=2010-05-08&RoleName=a';
    const cases: readonly (readonly [Query, string | undefined])[] = [
      [answer(group, envelope('')), undefined],
      [answer(`${group}&GroupId.1=sg-1`, envelope('')), undefined],
      [answer(`${group}&GroupIds.1=sg-1`, envelope('')), 'unknown: GroupIds.1'],
      [answer(`${group}&MaxResults=many`, envelope('')), "'many' is no integer"],
      [answer(group, envelope('<securityGroupInfo><member/></securityGroupInfo>')), 'entries are called item'],
      [answer(group, envelope('<groups/>')), 'unknown element .groups'],
      [answer(get, role('<Role><RoleName>a</RoleName></Role>')), 'Missing required parameter'],
      [answer(get, role('<Role><CreateDate>soon</CreateDate></Role>')), 'soon'],
      [answer(get, refusal('NoSuchEntity'), 404), undefined],
      [answer(get, refusal('NoSuchEntity'), 400), 'has the status 400, expected 404'],
      [answer(get, refusal('NoSuchRole'), 404), 'NoSuchRole is none of'],
      [answer('Action=GetRoll&Version=2010-05-08', ''), 'no such operation']
    ];
    for (const [query, words] of cases) {
      const found = checkAgainstModels([query]).join('\n');
      if (words === undefined) expect(found).toBe('');
      else expect(found).toContain(words);
    }
  });
});
