import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decode, SHA } from './decode-helpers.js';

const CLASSIC = `region: ap-northeast-2
repository: kordevtest-api
cluster: kordevtest
service: api
environments:
  dev:  { task-definition: dev.taskdefinition.json, appspec: dev.appspec.yml }
  prod: { task-definition: prod.taskdefinition.json, appspec: prod.appspec.yml, cluster: kor, on-failure: rollback }
`;

describe('the classic project with two environments', () => {
  it.each([
    ['dev', 'kordevtest'],
    ['prod', 'kor']
  ])('decodes for %s', (environment, cluster) => {
    expect(decode({ given: { environment }, from: 'flag', file: CLASSIC })).toMatchObject({
      region: 'ap-northeast-2',
      environment,
      images: [{ kind: 'built', repository: 'kordevtest-api', tags: [SHA], reference: 'tag', build: { context: '.' } }],
      files: {
        taskDefinition: { kind: 'file', path: `${environment}.taskdefinition.json` },
        appspec: `${environment}.appspec.yml`
      },
      rollout: { cluster, service: 'api', onFailure: 'rollback', waitFor: 'stable' }
    });
  });

  it('decodes without an environment: the image is built and pushed', () => {
    const config = decode({ file: CLASSIC });
    expect(config.environment).toBeUndefined();
    expect(config.files.taskDefinition).toBeUndefined();
    expect(config.images).toHaveLength(1);
  });
});

describe('the examples of this project', () => {
  const root = join(import.meta.dirname, '..', '..', 'examples');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('slipway.yml'));

  it.each(found)('%s decodes', path => {
    const file = readFileSync(join(root, path), 'utf8');
    const environments = [...file.matchAll(/^ {2}(\w+):/gm)].map(match => match[1] ?? '');
    const all = environments.length === 0 ? [''] : environments;
    for (const environment of all) {
      const config = decode({ given: { environment }, file });
      expect(config.rollout.service).toBeDefined();
      expect(config.files.taskDefinition).toBeDefined();
    }
  });
});

describe('the inputs of the official actions', () => {
  it('of amazon-ecs-deploy-task-definition are taken as they are', () => {
    const config = decode({
      given: {
        'task-definition': '/home/runner/work/_temp/task-definition--3847-1kx.json',
        service: 'api',
        cluster: 'shop',
        'desired-count': '2',
        'wait-for-service-stability': 'true',
        'wait-for-minutes': '15',
        'codedeploy-appspec': 'appspec.json',
        'codedeploy-application': 'shop-api',
        'codedeploy-deployment-group': 'shop-api-group',
        'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
        'codedeploy-deployment-description': 'from CI',
        'force-new-deployment': 'false',
        'enable-ecs-managed-tags': 'true',
        'propagate-tags': 'SERVICE',
        'run-task': 'false',
        'run-task-subnets': ''
      },
      env: { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }
    });
    expect(config).toMatchObject({
      region: 'eu-west-1',
      images: [],
      files: {
        taskDefinition: { kind: 'file', path: '/home/runner/work/_temp/task-definition--3847-1kx.json' },
        appspec: 'appspec.json'
      },
      rollout: {
        service: 'api',
        cluster: 'shop',
        desiredCount: 2,
        waitFor: 'stable',
        waitForMinutes: 15,
        codedeployApplication: 'shop-api',
        codedeployDeploymentGroup: 'shop-api-group',
        codedeployDeploymentConfig: 'CodeDeployDefault.ECSAllAtOnce',
        codedeployDeploymentDescription: 'from CI',
        enableEcsManagedTags: true,
        propagateTags: 'SERVICE'
      }
    });
  });

  it('of amazon-ecs-render-task-definition are taken as they are', () => {
    const config = decode({
      given: {
        'task-definition': '.aws/task-definition.json',
        'container-name': 'app',
        image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:${SHA}`,
        'environment-variables': 'NODE_ENV=production\nFLAGS=a=b,c="d e"\n',
        secrets: 'TOKEN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf:json::\n',
        'log-configuration-log-driver': 'awslogs',
        'log-configuration-options': 'awslogs-group=/ecs/api\nawslogs-datetime-format=%Y=%m\n',
        'docker-labels': 'team=a=b',
        command: 'npm run start',
        'task-role-arn': 'arn:aws:iam::123456789012:role/api',
        'execution-role-arn': 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'
      },
      env: { AWS_REGION: 'eu-west-1' }
    });
    expect(config.images).toMatchObject([{ kind: 'existing', container: 'app' }]);
    expect(config.files).toMatchObject({
      containerName: 'app',
      environmentVariables: [
        { name: 'NODE_ENV', value: 'production' },
        { name: 'FLAGS', value: 'a=b,c="d e"' }
      ],
      secrets: [{ name: 'TOKEN', value: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf:json::' }],
      logConfigurationLogDriver: 'awslogs',
      logConfigurationOptions: [
        { name: 'awslogs-group', value: '/ecs/api' },
        { name: 'awslogs-datetime-format', value: '%Y=%m' }
      ],
      dockerLabels: [{ name: 'team', value: 'a=b' }],
      command: ['npm', 'run', 'start'],
      taskRoleArn: 'arn:aws:iam::123456789012:role/api'
    });
  });
});
