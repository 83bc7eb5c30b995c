import type { Rule } from '../../errors.js';

export type Row = Omit<Rule, 'name'>;

export const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
export const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
export const CONTAINER = `${REFERENCE}/API_ContainerDefinition.html`;
export const REGISTER = `${REFERENCE}/API_RegisterTaskDefinition.html`;

/** ECS's own answer to RegisterTaskDefinition. */
export function refuses(says: string, answer: string): Row {
  return { severity: 'error', says, source: `ECS answers: “${answer}”` };
}

export function documented(severity: Row['severity'], says: string, source: string): Row {
  return { severity, says, source };
}
