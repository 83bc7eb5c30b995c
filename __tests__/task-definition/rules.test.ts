import { describe, expect, it } from '@jest/globals';
import { checkDefinition, DEFINITION_RULES } from '../../src/task-definition/check-rules.js';
import { formatProblem } from '../../src/errors.js';
import { readDefinition } from './parsing.js';
import { CONTAINER_CASES } from './rule-cases-container.js';
import { DATA_CASES } from './rule-cases-data.js';
import { NETWORK_CASES } from './rule-cases-network.js';
import { PART_CASES } from './rule-cases-parts.js';
import { TASK_CASES } from './rule-cases-task.js';
import { ec2, fargate } from './rule-definitions.js';

const CASES = [...TASK_CASES, ...NETWORK_CASES, ...CONTAINER_CASES, ...PART_CASES, ...DATA_CASES];

describe('the rules of a task definition', () => {
  it.each(CASES.map(one => [`${one.rule}, ${one.severity}: ${one.says}`, one] as const))(
    '%s',
    (_, { rule, severity, bad, at, says, good, facts }) => {
      const found = checkDefinition(readDefinition(JSON.stringify(bad, undefined, 2)), facts);
      expect(found.map(({ code, place }) => [code, place.path])).toEqual([[rule, at]]);
      expect(found[0]).toMatchObject({
        severity,
        place: { file: 'td.json', line: expect.any(Number), column: expect.any(Number) }
      });
      expect(found.map(formatProblem).join()).toContain(says);
      expect(found[0]?.next).not.toBe('');
      expect(['either', severity]).toContain(DEFINITION_RULES.find(({ name }) => name === rule)?.severity);
      expect(checkDefinition(readDefinition(good), facts)).toEqual([]);
    }
  );

  it('are all broken in some file, with each severity that the table tells', () => {
    const shown = new Set(CASES.map(({ rule, severity }) => `${rule} ${severity}`));
    const told = DEFINITION_RULES.flatMap(({ name, severity }) =>
      severity === 'either' ? [`${name} error`, `${name} warning`] : [`${name} ${severity}`]
    );
    expect([...shown].sort()).toEqual(told.sort());
  });

  it('find nothing in what ECS takes', () => {
    expect(checkDefinition(readDefinition(fargate()))).toEqual([]);
    expect(checkDefinition(readDefinition(ec2()))).toEqual([]);
  });

  it('take a launch type from the service only where the file names none', () => {
    const launchTypes = ['FARGATE'];
    const codes = (definition: object) =>
      checkDefinition(readDefinition(definition), { launchTypes }).map(({ code }) => code);
    expect(codes(ec2())).toEqual(['fargate-size-missing', 'fargate-size-missing', 'fargate-network-mode']);
    expect(codes(ec2({ requiresCompatibilities: ['EC2'] }))).toEqual([]);
  });

  it('tell everything at once', () => {
    const definition = fargate(
      { cpu: '300', networkMode: 'host', taskRoleArn: 'a b' },
      { privileged: true, links: ['x'] }
    );
    expect(new Set(checkDefinition(readDefinition(definition)).map(({ code }) => code))).toEqual(
      new Set([
        'fargate-size',
        'fargate-network-mode',
        'links-network-mode',
        'links-unknown',
        'role-form',
        'fargate-unsupported'
      ])
    );
  });
});
