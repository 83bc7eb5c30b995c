import { readForm } from '../models/form.js';
import { openShapes, type ShapeFinder } from '../models/model.js';
import { MODELS } from '../models/shapes.js';
import { describeViolations, findViolations, type Violation } from '../models/violations.js';
import { AwsFault } from './protocol.js';
import type { JsonService, QueryService } from './service.js';

const SHAPES = new Map<string, ShapeFinder>();

function shapesOf(service: string): ShapeFinder | undefined {
  const known = SHAPES.get(service);
  const model = MODELS[service];
  if (known !== undefined || model === undefined) return known;
  const shapes = openShapes(model);
  SHAPES.set(service, shapes);
  return shapes;
}

/** The input shape of an operation; '' where it takes nothing, or where the services of a test are in no model. */
function inputOf(service: string, operation: string): string {
  return MODELS[service]?.inputs[operation] ?? '';
}

/**
 * Holds a JSON request to AWS's service model, before its operation sees it.
 *
 * @throws AwsFault SerializationException for a wrong type, else what the service answers; ValidationException where it says nothing of that
 */
export function checkJsonRequest(service: JsonService, operation: string, input: unknown): void {
  const refuse = service.refuse ?? (violations => invalid('ValidationException', violations));
  checkInput(service.name, operation, input, refuse);
  service.checkLimits?.(operation, input);
}

/**
 * The input of a request of the query protocol, typed by the service model; empty where the operation takes nothing.
 *
 * @throws AwsFault MalformedInput for a wrong type (EC2: InvalidParameterValue)
 */
export function readQueryInput(service: QueryService, operation: string, form: URLSearchParams): unknown {
  const shapes = shapesOf(service.name);
  const shape = inputOf(service.name, operation);
  if (shapes === undefined || shape === '') return {};
  return readForm(shapes, form, shape, service.dialect === 'ec2' ? 'InvalidParameterValue' : 'MalformedInput');
}

/**
 * Holds that input to AWS's service model, as checkJsonRequest does.
 *
 * @throws AwsFault what the service answers; ValidationError where it says nothing of that
 */
export function checkQueryInput(service: QueryService, operation: string, input: unknown): void {
  checkInput(service.name, operation, input, service.refuse ?? (violations => invalid('ValidationError', violations)));
}

function checkInput(
  service: string,
  operation: string,
  input: unknown,
  refuse: (violations: readonly Violation[], operation: string) => AwsFault
): void {
  const shapes = shapesOf(service);
  const shape = inputOf(service, operation);
  if (shapes === undefined || shape === '') return;
  const violations = findViolations(shapes, input, shape);
  if (violations.length > 0) throw refuse(violations, operation);
}

/** An error of this name in the words of AWS's common layer, for all that is wrong. */
export function invalid(name: string, violations: readonly Violation[]): AwsFault {
  return new AwsFault(name, describeViolations(violations));
}
