import { isStructure } from '../server/decode.js';

export type Fields = Readonly<Record<string, unknown>>;
/** What ECS answers where a container, a volume or the task is so; undefined where it is not. */
export type Refusal = (part: Fields, task: Fields) => string | undefined;

export const isAwsvpc = (task: Fields): boolean => task['networkMode'] === 'awsvpc';
export const isFargate = (task: Fields): boolean => listOf(task, 'requiresCompatibilities').includes('FARGATE');

export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function partsOf(fields: Fields, name: string): readonly Fields[] {
  return listOf(fields, name).filter(isStructure);
}

export function partOf(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isStructure(value) ? value : {};
}

export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
}

export function outside(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && (value < least || value > most);
}
