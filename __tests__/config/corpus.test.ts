import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../../src/text/document.js';
import { isRecord } from '../../src/text/record.js';
import { complaintsOf } from './asking.js';

// Real workflows, where they are at hand: the inputs of their official steps must be ours as they are.
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'workflow');
const OFFICIAL = /^aws-actions\/amazon-ecs-(?:deploy|render)-task-definition@/;
const STAND_INS: Readonly<Record<string, string>> = {
  'task-definition': '/tmp/task-definition.json',
  image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v1'
};

interface Step {
  readonly file: string;
  readonly inputs: Readonly<Record<string, string>>;
}

function readSteps(file: string): readonly Step[] {
  const text = readFileSync(join(folder, file), 'utf8');
  // One of them is commented out from top to bottom.
  if (text.split('\n').every(line => /^\s*(?:#|$)/.test(line))) return [];
  const document = readDocument(file, new TextEncoder().encode(text));
  const found: Step[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    if (!isRecord(node)) return;
    if (typeof node['uses'] === 'string' && OFFICIAL.test(node['uses']) && isRecord(node['with'])) {
      const inputs = Object.entries(node['with']).map(([name, value]) => [name, fillIn(name, String(value))] as const);
      found.push({ file, inputs: Object.fromEntries(inputs) });
    }
    Object.values(node).forEach(look);
  };
  look(document.value);
  return found;
}

/** Puts something likely in the place of what GitHub would put there. */
function fillIn(name: string, text: string): string {
  if (/^\s*\$\{\{[^}]*\}\}\s*$/.test(text) && name in STAND_INS) return STAND_INS[name] ?? '';
  const lines = text.split('\n').map((line, index) => line.replace(/^\s*\$\{\{[^}]*\}\}\s*$/, `NAME_${index}=value`));
  return (name === 'environment-variables' ? lines.join('\n') : text).replace(/\$\{\{[^}]*\}\}/g, 'shop');
}

const steps = existsSync(folder) ? readdirSync(folder).flatMap(readSteps) : [];

/** What an official step may say that is not taken yet, has another name here, or is too vague. */
const TOLD = [
  // No official action has it either: GitHub only warned.
  /There is no setting "substitutions"\.$/,
  /There is no setting "task-definition-family"\. Give the family as task-definition\.$/,
  /got "testimage"\. Add the tag or the digest: testimage:<tag>\.$/
];

describe('official steps of real workflows', () => {
  it('are taken as they are, or what is not is told by name', () => {
    const complaints = steps.flatMap(({ file, inputs }) =>
      complaintsOf({ given: inputs, env: { AWS_REGION: 'eu-west-1' } }).map(complaint => `${file}: ${complaint}`)
    );
    expect(complaints.filter(complaint => !TOLD.some(pattern => pattern.test(complaint)))).toEqual([]);
  });
});
