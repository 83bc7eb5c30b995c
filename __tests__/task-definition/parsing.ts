import { readAppspec, type Appspec } from '../../src/appspec/appspec.js';
import { readTaskDefinition, type TaskDefinitionFile, type UnknownFields } from '../../src/task-definition/index.js';
import { ProblemsError } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';

const encoder = new TextEncoder();

/** A task definition from a text, or from a value that is written as JSON. */
export function readDefinition(
  source: unknown,
  unknownFields: UnknownFields = 'error',
  file = 'td.json'
): TaskDefinitionFile {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  return readTaskDefinition(readDocument(file, encoder.encode(text)), { unknownFields });
}

export function readSpec(text: string, file = 'appspec.yml'): Appspec {
  return readAppspec(readDocument(file, encoder.encode(text)));
}

/** The lines of the ProblemsError that `run` throws. */
export function problemsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemsError) return error.message.split('\n');
    throw error;
  }
  throw new Error('It was taken.');
}
