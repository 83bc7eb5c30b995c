import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { readRegisteredTaskDefinition } from '../../src/task-definition/index.js';
import type { LiveImage, LiveService } from '../../src/init/describe-service.js';
import { makeProjectFiles } from '../../src/init/project-files.js';

function live(serviceName: string, images: readonly LiveImage[], changes: Partial<LiveService> = {}): LiveService {
  const containers = ['app', 'log'].map(name => ({ name, image: 'nginx:1.29', essential: true }));
  const definition = { family: serviceName, containerDefinitions: containers };
  return {
    target: {
      clusterName: 'shop',
      clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
      serviceName,
      serviceArn: `arn:aws:ecs:eu-west-1:123456789012:service/shop/${serviceName}`,
      service: {},
      runningTaskDefinitionArn: undefined,
      warnings: []
    },
    controller: 'ECS',
    definition: readRegisteredTaskDefinition(definition, [], `${serviceName}:7`),
    images,
    group: undefined,
    appspec: undefined,
    notes: [],
    ...changes
  };
}

function settingsOf(services: readonly LiveService[]): unknown {
  return load(makeProjectFiles('eu-west-1', services).files[0]?.text ?? '');
}

const OWN = { container: 'app', repository: 'shop/app' };

describe('the files of services that run', () => {
  it('names the container where one image of several containers is built', () => {
    expect(settingsOf([live('web', [OWN])])).toMatchObject({ repository: 'shop/app', 'container-name': 'app' });
  });

  it('names an image that several services share once', () => {
    expect(settingsOf([live('web', [OWN]), live('worker', [OWN])])).toMatchObject({
      images: [{ container: 'app', repository: 'shop/app', context: '.' }]
    });
  });

  it('builds nothing where two services mean different images by one name, and says so', () => {
    const services = [live('web', [OWN]), live('worker', [{ ...OWN, repository: 'shop/worker' }])];
    const { files, notes } = makeProjectFiles('eu-west-1', services);
    expect(files.map(({ path }) => path)).toEqual([
      'slipway.yml',
      'web.taskdefinition.json',
      'worker.taskdefinition.json'
    ]);
    expect(load(files[0]?.text ?? '')).not.toHaveProperty('images');
    expect(notes).toEqual([
      expect.stringContaining('different images (shop/app and shop/worker) in containers called app')
    ]);
  });

  it("leaves out the deployment group that has the ECS console's names, and the default cluster", () => {
    const group = { application: 'AppECS-shop-web', deploymentGroup: 'DgpECS-shop-web' };
    const service = live('web', [], { controller: 'CODE_DEPLOY', group });
    expect(settingsOf([service])).not.toHaveProperty('codedeploy-application');
    const other = live('web', [], { group: { ...group, application: 'shop' } });
    expect(settingsOf([other])).toMatchObject({
      'codedeploy-application': 'shop',
      'codedeploy-deployment-group': 'DgpECS-shop-web'
    });
    const inDefault = { ...service, target: { ...service.target, clusterName: 'default' } };
    expect(settingsOf([inDefault])).not.toHaveProperty('cluster');
  });
});
