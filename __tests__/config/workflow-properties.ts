import { readDocument } from '../../src/text/document.js';
import { isRecord } from '../../src/text/record.js';
import type { Sample } from '../samples.js';
import { complaintsOf } from './decode-helpers.js';

const OFFICIAL = /^aws-actions\/amazon-ecs-(?:deploy|render)-task-definition@/;
const STAND_INS: Readonly<Record<string, string>> = {
  'task-definition': '/tmp/task-definition.json',
  image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v1'
};

/** What Slipway says to each of the workflow's official deploy and render steps, in their order, where they are told to `uses: slipway`. */
export function listComplaints({ name, bytes }: Sample): readonly (readonly string[])[] {
  const text = new TextDecoder().decode(bytes);
  // Commented out from top to bottom.
  if (text.split('\n').every(line => /^\s*(?:#|$)/.test(line))) return [];
  const found: (readonly string[])[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    if (!isRecord(node)) return;
    if (typeof node['uses'] === 'string' && OFFICIAL.test(node['uses']) && isRecord(node['with'])) {
      const given = Object.entries(node['with']).map(
        ([input, value]) => [input, fillIn(input, String(value))] as const
      );
      found.push(complaintsOf({ given: Object.fromEntries(given), env: { AWS_REGION: 'eu-west-1' } }));
    }
    Object.values(node).forEach(look);
  };
  look(readDocument(name, bytes).value);
  return found;
}

/** Puts something likely in the place of what GitHub would put there. */
function fillIn(input: string, text: string): string {
  if (/^\s*\$\{\{[^}]*\}\}\s*$/.test(text) && input in STAND_INS) return STAND_INS[input] ?? '';
  const lines = text.split('\n').map((line, index) => line.replace(/^\s*\$\{\{[^}]*\}\}\s*$/, `NAME_${index}=value`));
  return (input === 'environment-variables' ? lines.join('\n') : text).replace(/\$\{\{[^}]*\}\}/g, 'shop');
}
