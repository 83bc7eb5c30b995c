import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import {
  appspecTarget,
  checkAppspec,
  fillTaskDefinition,
  makeAppspec,
  renderAppspec
} from '../../src/appspec/appspec.js';
import { formatProblem } from '../../src/errors.js';
import { problemsOf, readDefinition, readSpec } from '../task-definition/parsing.js';

const FULL = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: kordevtest-api
          ContainerPort: 8080
        PlatformVersion: LATEST
        NetworkConfiguration:
          AwsvpcConfiguration:
            Subnets:
              - subnet-1
              - subnet-2
            SecurityGroups:
              - sg-1
            AssignPublicIp: DISABLED
        CapacityProviderStrategy:
          - Base: 1
            CapacityProvider: FARGATE_SPOT
            Weight: 0
Hooks:
  - BeforeInstall: before
  - AfterAllowTraffic: arn:aws:lambda:eu-west-1:123456789012:function:after
`;
const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';

/** The properties that matter, in YAML, in a whole AppSpec. */
function specWith(loadBalancer: string, rest = ''): string {
  return `version: 0.0\nResources:\n- TargetService:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: <TASK_DEFINITION>\n      LoadBalancerInfo: ${loadBalancer}\n${rest}`;
}

describe('reading and writing', () => {
  it('writes what it read in the canonical form', () => {
    expect(renderAppspec(readSpec(FULL))).toBe(FULL);
  });

  it('keys match whatever their case; JSON, tabs and comments are fine', () => {
    const text = `{\n\t"Version": 0.0, // as AWS writes it\n\t"resources": [{"targetService": {"type": "AWS::ECS::Service", "properties": {
      "taskDefinition": "${ARN}", "loadBalancerInfo": {"containerName": "app", "CONTAINERPORT": 80}}}}]}`;
    const appspec = readSpec(text, 'appspec.json');
    expect(appspec.warnings).toEqual([]);
    expect(appspec.file).toBe('appspec.json');
    expect(appspecTarget(appspec)).toEqual({ containerName: 'app', containerPort: 80 });
    expect(renderAppspec(appspec)).toContain(
      '        TaskDefinition: <TASK_DEFINITION>\n        LoadBalancerInfo:\n          ContainerName: app\n          ContainerPort: 80\n'
    );
  });

  it.each([
    ['version: 1\n', 1],
    ['version: "0.0"\n', 0],
    ['version: 0\n', 0],
    ['', 1]
  ])('version %j is written as 0.0', (line, warnings) => {
    const appspec = readSpec(line + specWith('{ ContainerName: a, ContainerPort: 1 }').replace('version: 0.0\n', ''));
    expect(appspec.warnings).toHaveLength(warnings);
    expect(renderAppspec(appspec)).toMatch(/^version: 0\.0\nResources:\n/);
  });

  it('takes a port in quotes as a number, with a warning', () => {
    const appspec = readSpec(specWith('{ ContainerName: a, ContainerPort: "080" }'));
    expect(appspec.warnings.map(formatProblem)).toEqual([
      expect.stringMatching(
        /^appspec\.yml:7:45 .*ContainerPort: CodeDeploy wants a number here, got the string "080"\. It is written as 80\.$/
      )
    ]);
    expect(renderAppspec(appspec)).toContain('ContainerPort: 80\n');
  });

  it('quotes what another YAML reader would take for something else', () => {
    const appspec = readSpec(specWith('{ ContainerName: "on", ContainerPort: 1 }', '      PlatformVersion: "1.4"\n'));
    expect(load(renderAppspec(appspec))).toMatchObject({
      Resources: [
        {
          TargetService: {
            Properties: {
              TaskDefinition: '<TASK_DEFINITION>',
              LoadBalancerInfo: { ContainerName: 'on' },
              PlatformVersion: '1.4'
            }
          }
        }
      ]
    });
    expect(renderAppspec(appspec)).toMatch(/ContainerName: ['"]on['"]/);
  });

  it('writes no anchors and folds no long line', () => {
    const long = `sg-${'0'.repeat(200)}`;
    const network = `      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: &s [${long}], SecurityGroups: *s, AssignPublicIp: ENABLED } }\n`;
    const text = renderAppspec(readSpec(specWith('{ ContainerName: a, ContainerPort: 1 }', network)));
    expect(text).not.toMatch(/[&*>]\w|>-/);
    expect(text.split(long)).toHaveLength(3);
  });

  it.each(['Hooks:\n', 'Hooks: []\n', 'Hooks:\n- BeforeInstall: ""\n'])('%j is no hook', hooks => {
    expect(readSpec(specWith('{ ContainerName: a, ContainerPort: 1 }', hooks)).hooks).toEqual([]);
  });

  it('warns where the network is not whole', () => {
    const appspec = readSpec(
      specWith(
        '{ ContainerName: a, ContainerPort: 1 }',
        '      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1] } }\n'
      )
    );
    expect(appspec.warnings.map(warning => warning.what)).toEqual([
      'CodeDeploy wants Subnets, SecurityGroups and AssignPublicIp together; SecurityGroups and AssignPublicIp are missing.'
    ]);
  });
});

describe('what is doubtful', () => {
  const spec = (taskDefinition: string, more = '') =>
    readSpec(`version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: ${JSON.stringify(taskDefinition)}
        LoadBalancerInfo: { ContainerName: a, ContainerPort: 1 }
${more}`).warnings.map(({ what }) => what);

  it.each([
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web',
    `${ARN}x`,
    'arn:aws:ecs:x:1:service/web:7',
    'web:7'
  ])('is a task definition such as %s, which has no revision', taskDefinition => {
    expect(spec(taskDefinition)).toEqual([expect.stringContaining('takes only the ARN of a revision')]);
  });

  it.each([ARN, '<TASK_DEFINITION>', '${TASK_DEFINITION}', ''])('is not %j', taskDefinition => {
    expect(spec(taskDefinition)).toEqual([]);
  });

  it('is a placeholder anywhere else', () => {
    const more = '        PlatformVersion: "${VERSION}"\nHooks:\n  - AfterInstall: "<HOOK>"\n';
    expect(spec(ARN, more)).toEqual([
      expect.stringContaining('the placeholder "<HOOK>"'),
      expect.stringContaining('the placeholder "${VERSION}"')
    ]);
  });
});

describe('what is refused, in one sentence with line and column', () => {
  it.each([
    ['- a\n', 'appspec.yml:1:1: An AppSpec is an object with "version" and "Resources", got a list.'],
    ['applicationName: a\nrevision: {}\n', 'appspec.yml:1:1: This is the input of CreateDeployment, not an AppSpec.'],
    ['version: 0.0\nos: linux\nfiles: []\n', 'appspec.yml:1:1: This is an AppSpec for servers'],
    ['version: 0.0\n', 'appspec.yml:1:1: The AppSpec has no "Resources".'],
    [
      'version: 0.0\nResources:\n  TargetService: {}\n',
      'appspec.yml:2:1 Resources: "Resources" is a list, got an object. Write "- TargetService:" below it.'
    ],
    [
      'version: 0.0\nResources: []\n',
      'appspec.yml:2:1 Resources: "Resources" must hold exactly one TargetService, got 0 entries.'
    ],
    ['version: 0.0\nResources: [{}]\n', 'appspec.yml:2:13 Resources[0]: The "TargetService" is missing or empty.'],
    [
      'version: 0.0\nResources:\n- TargetServce: {}\n',
      'appspec.yml:3:3 Resources[0].TargetServce: The AppSpec for ECS knows no "TargetServce" here. Did you mean "TargetService"?'
    ],
    [
      'version: 0.0\nResources:\n- TargetService:\n  Type: AWS::ECS::Service\n  Properties: {}\n',
      'appspec.yml:3:3 Resources[0]: "Type" and "Properties" stand beside the TargetService'
    ],
    [
      specWith('{ ContainerName: a, ContainerPort: 1 }').replace('ECS', 'Lambda'),
      'appspec.yml:4:5 Resources[0].TargetService.Type: "Type" must be "AWS::ECS::Service", got "AWS::Lambda::Service".'
    ],
    [
      specWith('\n').replace(/ {6}LoadBalancerInfo: \n/, ''),
      'appspec.yml:5:5 Resources[0].TargetService.Properties: "LoadBalancerInfo" is missing.'
    ],
    [specWith('{ ContainerPort: 1 }'), '"ContainerName" is missing.'],
    [specWith('{ ContainerName: a }'), '"ContainerPort" is missing.'],
    [specWith('{ ContainerName: "", ContainerPort: 1 }'), '"ContainerName" is empty. Name the container'],
    [
      specWith('{ ContainerName: <CONTAINER_NAME>, ContainerPort: 1 }'),
      'This is left: the placeholder "<CONTAINER_NAME>". Nothing fills it in.'
    ],
    [specWith('{ ContainerName: "${CONTAINER}", ContainerPort: 1 }'), 'the placeholder "${CONTAINER}". Nothing'],
    [specWith('{ ContainerName: "{{ container }}", ContainerPort: 1 }'), 'the placeholder "{{ container }}". Nothing'],
    [
      specWith('{ ContainerName: a, ContainerPort: $PORT }'),
      'A port, a whole number from 1 to 65535, was expected, got "$PORT".'
    ],
    [
      specWith('{ ContainerName: a, ContainerPort: 0 }'),
      'A port, a whole number from 1 to 65535, was expected, got 0.'
    ],
    [specWith('{ ContainerName: 1.10, ContainerPort: 1 }'), 'A string was expected, got 1.1. Write "1.10", in quotes.'],
    [
      specWith('{ ContainerName: a, containername: b, ContainerPort: 1 }'),
      '"ContainerName" is written twice, in different cases.'
    ],
    [
      specWith('{ ContainerName: a, ContainerPort: 1 }', 'Hooks:\n- BeforeInstal: f\n'),
      'appspec.yml:9:3 Hooks[0].BeforeInstal: The AppSpec for ECS knows no "BeforeInstal" here. Did you mean "BeforeInstall"?'
    ],
    [
      specWith('{ ContainerName: a, ContainerPort: 1 }', 'Hooks: { BeforeInstall: f }\n'),
      'appspec.yml:8:1 Hooks: A list was expected, got an object. Start each entry with "- ".'
    ],
    [
      specWith(
        '{ ContainerName: a, ContainerPort: 1 }',
        '      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1], SecurityGroups: [sg-1], AssignPublicIp: true } }\n'
      ),
      '"AssignPublicIp" is ENABLED or DISABLED, got true.'
    ]
  ])('%j', (text, sentence) => {
    const problems = problemsOf(() => readSpec(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });
});

describe('fillTaskDefinition', () => {
  it('is JSON with version 0.0, the ARN, and everything else as in the file', () => {
    const content = fillTaskDefinition(FULL, ARN);
    expect(content).toMatch(
      /^\{"version":0\.0,"Resources":\[\{"TargetService":\{"Type":"AWS::ECS::Service","Properties":\{"TaskDefinition":"arn:/
    );
    const expected = load(FULL.replace('<TASK_DEFINITION>', ARN));
    expect(JSON.parse(content)).toEqual(expected);
  });
});

describe('makeAppspec', () => {
  it("takes the service's own load balancer, network, platform version and capacity providers", () => {
    const text = renderAppspec(
      makeAppspec({
        serviceName: 'api',
        loadBalancers: [{ targetGroupArn: 'x', containerName: 'kordevtest-api', containerPort: 8080 }],
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-1', 'subnet-2'],
            securityGroups: ['sg-1'],
            assignPublicIp: 'DISABLED'
          }
        },
        platformVersion: 'LATEST',
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', base: 1, weight: 0 }]
      })
    );
    expect(text).toBe(FULL.slice(0, FULL.indexOf('Hooks:')));
  });

  it.each([
    ['no network', undefined],
    ['no security groups', { subnets: ['subnet-1'], securityGroups: [], assignPublicIp: 'DISABLED' as const }],
    ['no word on public addresses', { subnets: ['subnet-1'], securityGroups: ['sg-1'] }]
  ])('leaves the network to the service where it has %s: CodeDeploy takes all three or none', (_name, network) => {
    const text = renderAppspec(
      makeAppspec({
        serviceName: 'api',
        loadBalancers: [{ targetGroupArn: 'x', containerName: 'kordevtest-api', containerPort: 8080 }],
        networkConfiguration: network && { awsvpcConfiguration: network },
        platformVersion: undefined,
        capacityProviderStrategy: []
      })
    );
    expect(text).not.toContain('NetworkConfiguration');
  });

  it('takes the capacity providers of the task set that gets the traffic, where the service tells none', () => {
    const service = {
      serviceName: 'api',
      loadBalancers: [{ containerName: 'kordevtest-api', containerPort: 8080 }],
      networkConfiguration: undefined,
      platformVersion: undefined,
      capacityProviderStrategy: [],
      taskSets: [
        { status: 'ACTIVE', capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] },
        { status: 'PRIMARY', capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
      ]
    };
    expect(makeAppspec(service).capacityProviderStrategy).toEqual([
      { capacityProvider: 'FARGATE_SPOT', base: undefined, weight: 1 }
    ]);
  });

  it('says so where there is no load balancer', () => {
    const service = {
      serviceName: 'api',
      loadBalancers: [],
      networkConfiguration: undefined,
      platformVersion: undefined,
      capacityProviderStrategy: []
    };
    expect(problemsOf(() => makeAppspec(service))).toEqual([
      'appspec: The service api has no load balancer with a container and port, so no AppSpec can be made from it. Write an appspec.yml.'
    ]);
  });
});

describe('checkAppspec', () => {
  const definition = readDefinition({
    family: 'web',
    containerDefinitions: [
      { name: 'app', image: 'a', portMappings: [{ containerPort: 8080 }, { containerPortRange: '9000-9010' }] },
      { name: 'nginx', image: 'b' }
    ]
  });
  it.each([
    ['app', 8080, undefined],
    ['app', 9005, undefined],
    ['app', 80, 'The container "app" of td.json has no port 80; it has 8080 and 9000-9010.'],
    ['nginx', 80, 'The container "nginx" of td.json has no port 80; it has none.'],
    ['ap', 8080, 'There is no container "ap" in td.json; it has app and nginx. Did you mean "app"?']
  ])('%s:%d', (name, port, sentence) => {
    const problems = checkAppspec(
      readSpec(specWith(`{ ContainerName: ${name}, ContainerPort: ${port} }`)),
      definition
    ).map(formatProblem);
    if (sentence === undefined) expect(problems).toEqual([]);
    else expect(problems).toEqual([expect.stringMatching(/^appspec\.yml:7:\d+ .*: /)]);
    expect(problems[0] ?? '').toContain(sentence ?? '');
  });
});
