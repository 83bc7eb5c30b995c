import { describe, expect, it } from '@jest/globals';
import { readRegisteredTaskDefinition } from '../../src/task-definition/index.js';
import { problemsOf, readDefinition } from './parsing.js';

const app = { name: 'app', image: 'shop/app:1' };

describe('what is kept and what is left out', () => {
  it('strips the read-only fields of a describe output and nothing else', () => {
    const described = {
      taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
      containerDefinitions: [{ ...app, cpu: 0, environment: [], command: [], essential: false, status: undefined }],
      family: 'web',
      revision: 7,
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'x' }],
      compatibilities: ['EC2'],
      registeredAt: '2026-01-01',
      registeredBy: 'arn:aws:iam::123456789012:root',
      deregisteredAt: 1,
      deleteRequestedAt: 1,
      volumes: [],
      placementConstraints: []
    };
    expect(readDefinition(described).definition).toEqual({
      containerDefinitions: [{ ...app, cpu: 0, environment: [], command: [], essential: false }],
      family: 'web',
      volumes: [],
      placementConstraints: []
    });
  });

  it('takes null as absent, at any depth, and keeps the order of keys', () => {
    const text = `{"volumes": null, "family": "web", "containerDefinitions": [
      {"image": "a", "name": "app", "entryPoint": null, "environment": [null, {"value": "", "name": "A"}], "dockerLabels": {"10": "x", "a": null, "2": ""}}]}`;
    expect(JSON.stringify(readDefinition(text).definition)).toBe(
      '{"family":"web","containerDefinitions":[{"image":"a","name":"app","environment":[{"value":"","name":"A"}],"dockerLabels":{"2":"","10":"x"}}]}'
    );
  });

  it('unwraps a describe output and keeps its tags', () => {
    const file = readDefinition({
      taskDefinition: { family: 'web', revision: 3, containerDefinitions: [app] },
      tags: [{ key: 'team', value: 'shop' }]
    });
    expect(file.definition).toEqual({
      family: 'web',
      containerDefinitions: [app],
      tags: [{ key: 'team', value: 'shop' }]
    });
    expect(file).toMatchObject({ family: 'web', containerNames: ['app'], warnings: [] });
    expect(file.place(['containerDefinitions', 0, 'image']).path).toBe('taskDefinition.containerDefinitions[0].image');
  });

  it('leaves out an empty string where ECS takes none, with a warning; keeps it where it means something', () => {
    const file = readDefinition({
      family: 'web',
      executionRoleArn: '',
      cpu: '',
      pidMode: '',
      containerDefinitions: [
        {
          ...app,
          memory: '',
          user: '',
          environment: [{ name: 'A', value: '' }],
          dockerLabels: { a: '' },
          logConfiguration: { logDriver: 'awslogs', options: { mode: '' } },
          command: ['']
        }
      ],
      requiresCompatibilities: ['']
    });
    expect(file.warnings.map(warning => warning.place.path)).toEqual([
      'executionRoleArn',
      'cpu',
      'pidMode',
      'containerDefinitions[0].memory',
      'requiresCompatibilities[0]'
    ]);
    expect(file.definition).toEqual({
      family: 'web',
      containerDefinitions: [
        {
          ...app,
          user: '',
          environment: [{ name: 'A', value: '' }],
          dockerLabels: { a: '' },
          logConfiguration: { logDriver: 'awslogs', options: { mode: '' } },
          command: ['']
        }
      ],
      requiresCompatibilities: []
    });
  });

  it('sends what it does not know when asked to', () => {
    const source = {
      family: 'web',
      networkMode: 'quantum',
      containerDefinitions: [{ ...app, gpuSlices: { a: null } }],
      shiny: ''
    };
    expect(readDefinition(source, 'send').definition).toEqual(source);
  });

  it('takes placeholders of other tools as strings', () => {
    const source = {
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: '{{ must_env `IMAGE` }}', environment: [{ name: 'A', value: '${B}' }] }
      ]
    };
    expect(readDefinition(source).definition).toEqual(source);
  });

  it('reads YAML', () => {
    const file = readDefinition(
      'family: web\ncpu: "256"\ncontainerDefinitions:\n- name: app\n  image: shop/app:1\n  portMappings: [{ containerPort: 80 }]\n',
      'error',
      'td.yml'
    );
    expect(file.definition).toEqual({
      family: 'web',
      cpu: '256',
      containerDefinitions: [{ ...app, portMappings: [{ containerPort: 80 }] }]
    });
  });

  it("reads DescribeTaskDefinition's answer", () => {
    const answer = {
      family: 'web',
      revision: 3,
      registeredAt: new Date(0),
      containerDefinitions: [{ ...app, links: undefined }]
    };
    const file = readRegisteredTaskDefinition(answer, [{ key: 'a', value: 'b' }], 'web:3');
    expect(file.definition).toEqual({ family: 'web', containerDefinitions: [app], tags: [{ key: 'a', value: 'b' }] });
    expect(file.place(['family'])).toEqual({ file: 'web:3', path: 'family' });
    expect(readRegisteredTaskDefinition(answer, undefined, 'web:3').definition).not.toHaveProperty('tags');
    // RegisterTaskDefinition answers "Tags can not be empty."
    expect(readRegisteredTaskDefinition(answer, [], 'web:3').definition).not.toHaveProperty('tags');
    // What is newer than this release's model came from AWS, so it goes back there.
    const newer = readRegisteredTaskDefinition({ ...answer, brandNew: { a: 1 } }, [], 'web:3');
    expect(newer.definition).toHaveProperty('brandNew', { a: 1 });
  });
});

describe("tags that are AWS's own", () => {
  const aws = { key: 'aws:cloudformation:stack-name', value: 'shop' };
  const other = { key: 'AWS:x', value: '' };
  const mine = { key: 'myaws:team', value: 'payments' };
  const wrapped = (tags: object[]) => ({ taskDefinition: { family: 'web', containerDefinitions: [app] }, tags });

  it.each<[string, object, object | undefined, string]>([
    [
      'in a file',
      { family: 'web', containerDefinitions: [app], tags: [aws, mine] },
      [mine],
      `The tag "aws:cloudformation:stack-name" is left out`
    ],
    [
      'beside a described one',
      wrapped([mine, other, aws]),
      [mine],
      'The tags "AWS:x" and "aws:cloudformation:stack-name" are left out'
    ],
    ['alone', wrapped([aws]), undefined, 'The tag "aws:cloudformation:stack-name" is left out'],
    [
      'none at all',
      { family: 'web', containerDefinitions: [app], tags: [] },
      undefined,
      'ECS does not accept an empty list of tags ("Tags can not be empty."), so it is left out.'
    ]
  ])('are left out, and it is told: %s', (_case, source, tags, sentence) => {
    const { definition, warnings } = readDefinition(source);
    expect(definition['tags']).toEqual(tags);
    expect(definition).toHaveProperty('containerDefinitions');
    expect('tags' in definition).toBe(tags !== undefined);
    expect(warnings.map(({ what, place }) => `${place.path ?? ''}: ${what}`)).toEqual([
      expect.stringContaining(`tags: ${sentence}`)
    ]);
  });

  it('are left out of what AWS describes; an empty list says only that it has none', () => {
    const answer = { family: 'web', containerDefinitions: [app] };
    const { definition, warnings } = readRegisteredTaskDefinition(answer, [aws], 'web:3');
    expect(definition).toEqual(answer);
    expect(warnings).toMatchObject([{ code: 'reserved-tag', place: { file: 'web:3', path: 'tags' } }]);
    expect(readRegisteredTaskDefinition(answer, [], 'web:3').warnings).toEqual([]);
    expect(readDefinition(wrapped([])).warnings).toEqual([]);
  });
});

describe('what the rules find where the structure is wrong', () => {
  const source = (changes: object, container: object) => ({
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    ...changes,
    containerDefinitions: [
      { ...app, healthCheck: { command: ['CMD', 'x'], interval: 1 }, ...container },
      { name: 'other', image: 'a:1' }
    ]
  });
  const paths = (changes: object, container: object) =>
    problemsOf(() => readDefinition(source(changes, container))).map(line => line.split(' ')[1]?.replace(/:$/, ''));
  const interval = 'containerDefinitions[0].healthCheck.interval';

  it.each<[string, object, object, readonly string[]]>([
    ['of a number in the place of a text', { cpu: 256 }, {}, ['cpu', interval]],
    ['of an unknown field', {}, { imge: 'x' }, ['containerDefinitions[0].imge', interval]],
    ['of a family', { family: 'a/b' }, {}, ['family', interval]],
    // The network mode decides on much else, so nothing else can be told.
    ['but nothing that may follow from it', { networkMode: 'aws-vpc' }, { hostname: 'x' }, ['networkMode']],
    [
      'but not what is left out by it',
      {},
      { healthCheck: { command: 'x' } },
      ['containerDefinitions[0].healthCheck.command']
    ]
  ])('is told in the same round, beside what is wrong %s', (_case, changes, container, expected) => {
    expect(paths(changes, container)).toEqual(expected);
  });

  it('is not told of what settings may still change, nor of what AWS describes', () => {
    expect(paths({ cpu: 256 }, { healthCheck: undefined, logConfiguration: { logDriver: 'awslogs' } })).toEqual([
      'cpu'
    ]);
    const answer = source({ cpu: 256 }, {});
    expect(problemsOf(() => readRegisteredTaskDefinition(answer, [], 'web:3'))).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it.each([
    [
      '[{"name": "app"}]',
      'td.json:1:1: A task definition is an object, got a list. Containers go into "containerDefinitions"'
    ],
    [
      '[{"name": "app", "imageUri": "a:1"}]',
      'td.json:1:1: This is an imagedefinitions.json, not a task definition. Give the task definition itself'
    ],
    [
      '{"family": "${{ vars.F }", "memory": "64", "containerDefinitions": [{"name": "app"}]}',
      `Fill in GitHub's expression "\${{ vars.F }" (not closed: "}" is missing) first:`
    ],
    ['"text"', 'td.json:1:1: A task definition is an object, got a string.'],
    [
      '{"Family": "web", "ContainerDefinitions": []}',
      'td.json:1:1: The keys are written as CloudFormation writes them'
    ],
    ['{"Type": "AWS::ECS::TaskDefinition", "Properties": {}}', 'td.json:1:1: This is a CloudFormation template'],
    ['{"services": {"web": {}}}', 'td.json:1:1: This is a Compose file'],
    [
      '{"AWSEBDockerrunVersion": 2, "containerDefinitions": []}',
      'td.json:1:1: This is a Dockerrun file of Elastic Beanstalk'
    ],
    ['{"family": "web"}', 'td.json:1:1: The field "containerDefinitions" is missing in a task definition.'],
    [
      '{"family": "web", "containerDefinitions": []}',
      'td.json:1:19 containerDefinitions: A task definition needs at least one container.'
    ],
    ['{"containerDefinitions": [{"name": "app"}]}', 'td.json:1:1: The field "family" is missing in a task definition.'],
    [
      '{"family": "a/b", "memory": "64", "containerDefinitions": [{"name": "app"}]}',
      'td.json:1:2 family: "a/b" is not a valid family name.'
    ]
  ])('%s', (text, sentence) => {
    const problems = problemsOf(() => readDefinition(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  it.each([
    [{ imge: 'x' }, 'imge: ECS knows no field "imge" in ContainerDefinition. Did you mean "image"?'],
    [
      { executionRoleArn: 'x' },
      'executionRoleArn: ECS knows no field "executionRoleArn" in ContainerDefinition. It is a field of a task definition.'
    ],
    [{ constructor: 'x' }, 'constructor: ECS knows no field "constructor" in ContainerDefinition.'],
    [{ cpu: '256' }, 'cpu: A whole number was expected, got the string "256". Write 256, without quotes.'],
    [{ cpu: 0.5 }, 'cpu: A whole number was expected, got the number 0.5.'],
    [{ memory: 2 ** 31 }, 'memory: A whole number was expected, got the number 2147483648.'],
    [{ essential: 'yes' }, 'essential: true or false was expected, got the string "yes". Write true, without quotes.'],
    [{ privileged: 0 }, 'privileged: true or false was expected, got the number 0. Write false, without quotes.'],
    [{ command: 'echo' }, 'command: A list was expected, got the string "echo". Write ["echo"].'],
    [{ command: 'echo hi' }, 'command: A list was expected, got the string "echo hi". Write it as a list'],
    [
      { environment: { A: 'b' } },
      'environment: A list was expected, got an object. Write [{ "name": "…", "value": "…" }].'
    ],
    [
      { environment: [{ name: 'A', value: 8080 }] },
      'environment[0].value: A string was expected, got the number 8080. Write "8080", in quotes.'
    ],
    [
      { environment: [{ name: 'A', value: true }] },
      'environment[0].value: A string was expected, got the boolean true. Write "true", in quotes.'
    ],
    [{ dockerLabels: [] }, 'dockerLabels: An object of names and values was expected, got a list.'],
    [{ dockerLabels: { a: 1 } }, 'dockerLabels.a: A string was expected, got the number 1.'],
    [{ healthCheck: 'curl' }, 'healthCheck: An object was expected, got the string "curl".'],
    [{ secrets: [{ name: 'A' }] }, 'secrets[0]: The field "valueFrom" is missing in Secret.'],
    [
      { logConfiguration: { logDriver: '' } },
      'logConfiguration.logDriver: A value is required here, got an empty string.'
    ],
    [
      { logConfiguration: { logDriver: 'awslog' } },
      'logConfiguration.logDriver: ECS knows no value "awslog" here. Did you mean "awslogs"?'
    ],
    [
      { portMappings: [{ protocol: 'icmp' }] },
      'portMappings[0].protocol: ECS knows no value "icmp" here. It takes tcp or udp.'
    ]
  ])('%j', (fields, sentence) => {
    const problems = problemsOf(() => readDefinition({ family: 'web', containerDefinitions: [{ ...app, ...fields }] }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`containerDefinitions[0].${sentence}`);
  });

  it.each([
    [[{ image: 'a' }], '[0].name: The container has no "name".'],
    [[{ name: 5, image: 'a' }], '[0].name: A string was expected, got the number 5.'],
    [[{ name: '<NAME>' }], '[0].name: "<NAME>" is not a valid container name. Fill in the placeholder first'],
    [[{ name: 'a'.repeat(256) }], '[0].name: "aaa'],
    [[app, app], '[1].name: Two containers are called "app".']
  ])('the container names of %j', (containers, sentence) => {
    const problems = problemsOf(() =>
      readDefinition({ family: 'web', memory: '64', containerDefinitions: containers })
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`containerDefinitions${sentence}`);
  });

  it('shows a number as it is written', () => {
    const text =
      'family: web\ncontainerDefinitions:\n- name: app\n  image: a\n  environment:\n  - name: VERSION\n    value: 1.10\n';
    expect(problemsOf(() => readDefinition(text, 'error', 'td.yml'))).toEqual([
      'td.yml:7:5 containerDefinitions[0].environment[0].value: A string was expected, got the number 1.1. Write "1.10", in quotes.'
    ]);
  });

  it('all at once', () => {
    const source = { family: 'a b', cpu: 256, containerDefinitions: [{ imge: 'x', image: 1 }] };
    expect(problemsOf(() => readDefinition(source))).toHaveLength(5);
  });

  it('tags inside and beside, and what else stands beside', () => {
    const inner = { family: 'web', containerDefinitions: [app], tags: [] };
    expect(problemsOf(() => readDefinition({ taskDefinition: inner, tags: [], failures: [] }))).toEqual([
      expect.stringContaining('failures: Beside "taskDefinition" only "tags" is known, got "failures".'),
      expect.stringContaining('tags: Tags are given twice')
    ]);
  });
});
