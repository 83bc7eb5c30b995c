// AWS's service models as botocore brings them: they also say which members are required and which values an enum takes, which the SDK does not.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {import('../src/task-definition/model.js').Shape} Shape
 * @typedef {{ readonly shape: string, readonly locationName?: string, readonly queryName?: string }} Reference
 * @typedef {{ readonly type: string, readonly enum?: readonly string[], readonly required?: readonly string[], readonly members?: Readonly<Record<string, Reference>>, readonly member?: Reference, readonly key?: Reference, readonly value?: Reference, readonly flattened?: boolean, readonly min?: number, readonly max?: number, readonly pattern?: string, readonly sensitive?: boolean }} ServiceShape
 * @typedef {{ readonly metadata: { readonly protocol: string }, readonly operations: Readonly<Record<string, { readonly input?: Reference }>>, readonly shapes: Readonly<Record<string, ServiceShape>> }} ServiceModel
 */

/** @type {Readonly<Record<string, string>>} */
const SCALARS = {
  string: 'string',
  integer: 'integer',
  long: 'integer',
  double: 'double',
  float: 'double',
  boolean: 'boolean',
  timestamp: 'timestamp'
};

/**
 * The shapes below RegisterTaskDefinition's input, by the botocore that `python3` imports.
 *
 * @returns {{ version: string, apiVersion: string, root: string, shapes: Map<string, Shape>, readOnly: string[] }} botocore's version, that of
 *   ECS's API, the input's name, every structure, list, map and enum by its name, and the members that are described and not taken
 */
export function readEcsModel() {
  const { version, apiVersion, model } = readServiceModel('ecs');
  const root = model.operations['RegisterTaskDefinition']?.input?.shape ?? '';
  const input = membersOf(model, root);
  return {
    version,
    apiVersion,
    root,
    shapes: collectShapes(model, root),
    readOnly: Object.keys(membersOf(model, 'TaskDefinition')).filter(member => input[member] === undefined)
  };
}

/**
 * A service's newest model, by the botocore that `python3` imports.
 *
 * @param {string} service as botocore names its folder: `ecs`, `elbv2`
 * @returns {{ version: string, apiVersion: string, model: ServiceModel }} botocore's version, that of the API, and the model
 */
export function readServiceModel(service) {
  const script = 'import botocore, os; print(botocore.__version__); print(os.path.dirname(botocore.__file__))';
  const [version = '', folder = ''] = execFileSync('python3', ['-c', script], { encoding: 'utf8' })
    .trim()
    .split(/\r?\n/);
  const versions = join(folder, 'data', service);
  const apiVersion = readdirSync(versions).sort().at(-1) ?? '';
  const json = gunzipSync(readFileSync(join(versions, apiVersion, 'service-2.json.gz'))).toString('utf8');
  /** @type {unknown} */
  const parsed = JSON.parse(json);
  return { version, apiVersion, model: /** @type {ServiceModel} */ (parsed) };
}

/**
 * @param {ServiceModel} model
 * @param {string} root
 */
function collectShapes(model, root) {
  /** @type {Map<string, Shape | undefined>} */
  const shapes = new Map();
  visit(root);
  return /** @type {Map<string, Shape>} */ (shapes);

  /**
   * The name under which a shape is referred to: a scalar's kind, or the shape's own name, which is then in the table.
   *
   * @param {string} name
   * @returns {string}
   */
  function visit(name) {
    const shape = shapeOf(model, name);
    const scalar = SCALARS[shape.type];
    if (scalar !== undefined && shape.enum === undefined) return scalar;
    if (shapes.has(name)) return name;
    // Its place in the table is before the shapes below it.
    shapes.set(name, undefined);
    shapes.set(name, describe(shape));
    return name;
  }

  /**
   * @param {ServiceShape} shape
   * @returns {Shape}
   */
  function describe({ type, required = [], members = {}, member, value, enum: values = [] }) {
    if (type === 'structure') {
      /** @type {Record<string, string>} */
      const named = {};
      for (const [key, of] of Object.entries(members)) named[key] = visit(of.shape);
      return { kind: 'structure', required, members: named };
    }
    if (type === 'list' && member !== undefined) return { kind: 'list', member: visit(member.shape) };
    if (type === 'map' && value !== undefined) return { kind: 'map', value: visit(value.shape) };
    if (type === 'string') return { kind: 'enum', values };
    throw new Error(`The service model has a shape of a kind that this script does not know: ${type}`);
  }
}

/**
 * @param {ServiceModel} model
 * @param {string} name
 */
function membersOf(model, name) {
  return shapeOf(model, name).members ?? {};
}

/**
 * @param {ServiceModel} model
 * @param {string} name
 */
function shapeOf(model, name) {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`The service model names a shape that it does not have: ${name}`);
  return shape;
}
