import { expect } from '@jest/globals';
import { load } from 'js-yaml';

import { fillTaskDefinition, readAppspec, renderAppspec } from '../../src/appspec/appspec.js';
import { readDocument } from '../../src/text/document.js';
import { catchProblems } from '../problems.js';
import type { Sample } from '../samples.js';

// What holds of any AppSpec, whoever wrote it: asked of the fixtures, and of the corpus where it is at hand.

interface Spec {
  version: number;
  Resources: {
    TargetService: { Properties: { TaskDefinition: string; LoadBalancerInfo: { ContainerPort: unknown } } };
  }[];
}

/** What is written says what a plain YAML reader finds, so the sample must be written in the canonical case. */
export function expectAppspecKept({ name, bytes }: Sample): void {
  const text = renderAppspec(readAppspec(readDocument(name, bytes)));
  const expected = load(new TextDecoder().decode(bytes), {}) as Spec;
  const properties = expected.Resources[0]?.TargetService.Properties;
  if (properties === undefined) throw new Error('The file has no target.');
  expected.version = 0;
  properties.LoadBalancerInfo.ContainerPort = Number(properties.LoadBalancerInfo.ContainerPort);
  properties.TaskDefinition = '<TASK_DEFINITION>';
  expect(load(text)).toEqual(expected);
  expect(text).toMatch(/^version: 0\.0\n/);

  properties.TaskDefinition = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';
  expect(JSON.parse(fillTaskDefinition(text, properties.TaskDefinition))).toEqual(expected);
}

/** There is one problem, and its sentence begins so. */
export function expectAppspecRefused({ name, bytes }: Sample, start: string, count = 1): void {
  const error = catchProblems(() => readAppspec(readDocument(name, bytes)));
  expect(error.problems).toHaveLength(count);
  expect(error.message.slice(0, name.length + start.length)).toBe(name + start);
}
