import { describe, expect, it } from '@jest/globals';
import { checkChanges, renderTaskDefinition, type TaskDefinitionChanges } from '../../src/task-definition/index.js';
import { formatProblem } from '../../src/errors.js';
import { NOTHING_SET } from '../../src/config/sources/resolved-settings.js';
import { FILES_SETTINGS } from '../../src/config/table/files.js';
import { SHAPES } from '../../src/task-definition/model.js';
import { problemsOf, readDefinition } from './parsing.js';

const NOTHING: TaskDefinitionChanges = { images: [], ...NOTHING_SET.getAll('services', FILES_SETTINGS) };

const SOURCE = `{
  "volumes": [], // as the console leaves it
  "containerDefinitions": [
    { "image": "<IMAGE1_NAME>", "name": "app", "cpu": 0,
      "environment": [{ "name": "A", "value": "1" }, { "value": "2", "name": "B" }],
      "secrets": [{ "name": "S", "valueFrom": "/s" }],
      "dockerLabels": { "10": "ten", "x": "y", "2": "two" },
      "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-region": "r" } } },
    { "name": "nginx", "image": "nginx:1" }
  ],
  "taskRoleArn": null,
  "family": "web"
}`;

function render(changes: Partial<TaskDefinitionChanges>): string {
  return renderTaskDefinition(readDefinition(SOURCE), {
    ...NOTHING,
    images: [{ container: 'app', uri: 'shop/app:2' }],
    ...changes
  });
}

function check(changes: Partial<TaskDefinitionChanges>, source: unknown = SOURCE): readonly string[] {
  return checkChanges(readDefinition(source), { ...NOTHING, ...changes }).map(formatProblem);
}

describe('renderTaskDefinition', () => {
  it('writes JSON with two spaces, one final newline and the keys in the order of the source', () => {
    expect(render({})).toBe(`{
  "volumes": [],
  "containerDefinitions": [
    {
      "image": "shop/app:2",
      "name": "app",
      "cpu": 0,
      "environment": [
        {
          "name": "A",
          "value": "1"
        },
        {
          "value": "2",
          "name": "B"
        }
      ],
      "secrets": [
        {
          "name": "S",
          "valueFrom": "/s"
        }
      ],
      "dockerLabels": {
        "10": "ten",
        "x": "y",
        "2": "two"
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "g",
          "awslogs-region": "r"
        }
      }
    },
    {
      "name": "nginx",
      "image": "nginx:1"
    }
  ],
  "family": "web"
}
`);
  });

  it('gives the same text again from what it wrote', () => {
    const once = render({ containerName: 'app', environmentVariables: [{ name: 'N', value: 'ü\u2028"\\' }] });
    expect(renderTaskDefinition(readDefinition(once), NOTHING)).toBe(once);
  });

  it('upserts: what is there keeps its place, what is new comes last', () => {
    const text = render({
      containerName: 'app',
      environmentVariables: [
        { name: 'B', value: 'x=y=z' },
        { name: 'C', value: '' }
      ],
      secrets: [
        { name: 'S', value: '/new' },
        { name: 'T', value: '/t' }
      ],
      dockerLabels: [
        { name: '7', value: 'seven' },
        { name: 'x', value: 'z' }
      ],
      logConfigurationOptions: [
        { name: 'awslogs-region', value: 'eu-west-1' },
        { name: 'awslogs-datetime-format', value: '%Y=%m' }
      ],
      command: [],
      executionRoleArn: 'arn:aws:iam::123456789012:role/x'
    });
    const written = JSON.parse(text) as { containerDefinitions: object[]; executionRoleArn: string };
    expect(written.containerDefinitions[0]).toMatchObject({
      environment: [
        { name: 'A', value: '1' },
        { value: 'x=y=z', name: 'B' },
        { name: 'C', value: '' }
      ],
      secrets: [
        { name: 'S', valueFrom: '/new' },
        { name: 'T', valueFrom: '/t' }
      ],
      dockerLabels: { '2': 'two', '7': 'seven', '10': 'ten', x: 'z' },
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': 'g', 'awslogs-region': 'eu-west-1', 'awslogs-datetime-format': '%Y=%m' }
      },
      command: []
    });
    expect(written.containerDefinitions[1]).toEqual({ name: 'nginx', image: 'nginx:1' });
    expect(written.executionRoleArn).toBe('arn:aws:iam::123456789012:role/x');
    expect(text).toMatch(/"10": "ten",\s+"x": "z",\s+"2": "two",\s+"7": "seven"/);
    expect(text).toContain('"value": "x=y=z",\n          "name": "B"');
  });

  it('makes what is not there', () => {
    const text = render({
      containerName: 'nginx',
      environmentVariables: [{ name: 'A', value: '1' }],
      dockerLabels: [{ name: '__proto__', value: 'x' }],
      logConfigurationLogDriver: 'awslogs',
      logConfigurationOptions: [{ name: 'mode', value: 'non-blocking' }]
    });
    const containers = (JSON.parse(text) as { containerDefinitions: object[] }).containerDefinitions;
    expect(JSON.stringify(containers[1])).toBe(
      '{"name":"nginx","image":"nginx:1","environment":[{"name":"A","value":"1"}],"dockerLabels":{"__proto__":"x"},' +
        '"logConfiguration":{"logDriver":"awslogs","options":{"mode":"non-blocking"}}}'
    );
  });

  it('does not change the file that it was given', () => {
    const file = readDefinition(SOURCE);
    const before = JSON.stringify(file.definition);
    renderTaskDefinition(file, {
      ...NOTHING,
      images: [{ container: 'app', uri: 'x' }],
      containerName: 'app',
      command: ['x']
    });
    expect(JSON.stringify(file.definition)).toBe(before);
  });

  it('refuses a placeholder that is left over, and what checkChanges finds', () => {
    const problems = problemsOf(() => render({ images: [], containerName: 'ap' }));
    expect(problems).toEqual([
      'container-name: There is no container "ap" in td.json; it has app and nginx. Did you mean "app"?',
      expect.stringMatching(
        /^td\.json:4:7 containerDefinitions\[0\]\.image: The image of the container "app" is still the placeholder "<IMAGE1_NAME>"\./
      )
    ]);
  });
});

describe('checkChanges', () => {
  const variable = [{ name: 'S', value: 'x' }];

  it('takes changes for the container that the only image is for', () => {
    expect(check({ images: [{ container: 'nginx', uri: '' }], command: ['x'] })).toEqual([]);
  });

  it.each([
    [
      { command: ['x'] },
      'container-name: It is not clear which container command is for; td.json has app and nginx. Set container-name.'
    ],
    [
      { command: ['x'], dockerLabels: variable },
      'container-name: It is not clear which container docker-labels and command are for;'
    ],
    [
      { containerName: 'app', environmentVariables: variable },
      'environment-variables: "S" is among the secrets of the container "app"; ECS accepts a name only once'
    ],
    [
      { containerName: 'app', secrets: [{ name: 'A', value: '/a' }] },
      'secrets: "A" is in the environment of the container "app"'
    ],
    [
      { containerName: 'nginx', secrets: variable, environmentVariables: variable },
      'secrets: "S" is also in environment-variables'
    ],
    [
      { containerName: 'nginx', logConfigurationOptions: variable },
      'log-configuration-options: The container "nginx" has no log configuration'
    ],
    [
      { containerName: 'app', environmentVariables: [{ name: 'X', value: 'x'.repeat(65_536) }] },
      'bytes; ECS takes at most 65536.'
    ],
    [
      { images: [{ container: 'ngin', uri: '' }] },
      'images: There is no container "ngin" in td.json; it has app and nginx. Did you mean "nginx"?'
    ]
  ])('%#', (changes, sentence) => {
    const problems = check(changes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  it('knows the log drivers that the setting takes', () => {
    const { values } = FILES_SETTINGS.logConfigurationLogDriver;
    expect(SHAPES['LogDriver']).toEqual({ kind: 'enum', values: expect.arrayContaining([...values]) });
  });

  it('finds a file that is too large as it is', () => {
    const source = {
      family: 'web',
      containerDefinitions: [{ name: 'app', image: 'a', dockerLabels: { x: 'é'.repeat(33_000) } }]
    };
    expect(check({}, source)).toEqual([
      expect.stringMatching(/^td\.json:1:1: The task definition has 66\d\d\d bytes; ECS takes at most 65536\./)
    ]);
  });
});
