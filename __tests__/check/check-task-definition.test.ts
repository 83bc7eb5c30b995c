import { describe, expect, it } from '@jest/globals';

import type { TaskDefinitionFile } from '../../src/task-definition/index.js';
import type { FilesConfig, ImageConfig } from '../../src/config/config.js';
import { NOTHING_SET } from '../../src/config/sources/resolved-settings.js';
import { FILES_SETTINGS } from '../../src/config/table/files.js';
import { checkRegistered, checkOutgoing, type TaskDefinitionInput } from '../../src/steps/check-task-definition.js';
import type { RolloutTarget } from '../../src/rollout/target.js';
import { readDefinition } from '../task-definition/parsing.js';
import { ec2, fargate, type Fields } from '../task-definition/rule-definitions.js';

const FILES: FilesConfig = {
  ...NOTHING_SET.getAll('services', FILES_SETTINGS),
  taskDefinition: undefined,
  artifactsDirectory: 'slipway-artifacts'
};
const EXISTING: ImageConfig = {
  kind: 'existing',
  container: 'web',
  image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1'
};

function shipment(files: Partial<FilesConfig>, more: Partial<TaskDefinitionInput> = {}): TaskDefinitionInput {
  return { files: { ...FILES, ...files }, assignments: [], ...more };
}

/** The rules that are broken, each with its path. */
function codes(
  check: (
    file: TaskDefinitionFile,
    shipment: TaskDefinitionInput
  ) => readonly { code: string; place: { path?: string | undefined } }[],
  definition: Fields,
  given: TaskDefinitionInput
): readonly string[] {
  return check(readDefinition(definition), given).map(({ code, place }) => `${code} ${place.path ?? ''}`);
}

const WITHOUT_ROLE = fargate({ executionRoleArn: undefined });
const ROLE_IS_MISSING = 'execution-role containerDefinitions[0].logConfiguration';

describe('a task definition as it will be registered', () => {
  it('has the roles, variables and log options of the settings', () => {
    expect(codes(checkOutgoing, WITHOUT_ROLE, shipment({}))).toEqual([ROLE_IS_MISSING]);
    expect(codes(checkOutgoing, WITHOUT_ROLE, shipment({ executionRoleArn: 'role' }))).toEqual([]);
    expect(codes(checkOutgoing, fargate(), shipment({ executionRoleArn: 'not a role' }))).toEqual([
      'role-form executionRoleArn'
    ]);
    const secrets = [{ name: 'A', value: 'arn:x' }];
    expect(codes(checkOutgoing, fargate(), shipment({ secrets }))).toEqual([
      'secret-value-from containerDefinitions[0].secrets[0].valueFrom'
    ]);
  });

  it('leaves names that clash to the settings, and still knows their roles', () => {
    const definition = fargate({ executionRoleArn: undefined }, { environment: [{ name: 'A', value: '1' }] });
    const files = { secrets: [{ name: 'A', value: 'a' }], executionRoleArn: 'role' };
    expect(codes(checkOutgoing, definition, shipment(files))).toEqual([]);
  });

  it('has the images of the settings, and not what stands in their place', () => {
    const definition = fargate({ executionRoleArn: undefined }, { image: 'an image', logConfiguration: undefined });
    expect(codes(checkOutgoing, definition, shipment({}))).toEqual(['image-name containerDefinitions[0].image']);
    const images = { assignments: [{ image: EXISTING, containers: ['web'] }] };
    expect(codes(checkOutgoing, definition, shipment({}, images))).toEqual([
      'execution-role containerDefinitions[0].image'
    ]);
    const elsewhere = { assignments: [{ image: { ...EXISTING, image: 'nginx:1' }, containers: ['web'] }] };
    expect(codes(checkOutgoing, definition, shipment({}, elsewhere))).toEqual([]);
  });

  it('is for what the service runs on', () => {
    const target = { service: { launchType: 'FARGATE' } } as RolloutTarget;
    expect(codes(checkOutgoing, ec2({ cpu: '256', memory: '512' }), shipment({}, { target }))).toEqual([
      'fargate-network-mode networkMode'
    ]);
  });

  it('that is registered already is asked only for what the settings bring in', () => {
    expect(codes(checkRegistered, WITHOUT_ROLE, shipment({}))).toEqual([]);
    const secrets = [{ name: 'A', value: 'arn:x' }];
    expect(codes(checkRegistered, WITHOUT_ROLE, shipment({ secrets }))).toEqual([
      'secret-value-from containerDefinitions[0].secrets[0].valueFrom',
      'execution-role containerDefinitions[0].secrets'
    ]);
  });
});
