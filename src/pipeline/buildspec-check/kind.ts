import type { TextDocument } from '../../text/document.js';
import { isRecord } from '../../text/record.js';
import { isBuildspec } from '../buildspec-reader/reader.js';

/** What a file is, told by its content. */
export type FileKind =
  | 'buildspec'
  | 'task definition'
  | 'AppSpec'
  | 'GitHub workflow'
  | 'CloudFormation template'
  | 'Docker Compose file'
  | 'imagedefinitions.json'
  | 'imageDetail.json'
  | 'settings file of Slipway'
  | 'unknown';

/** Members of a ContainerDefinition that no other list of these files has. */
const CONTAINER_MEMBERS = ['image', 'essential', 'portMappings', 'memory', 'memoryReservation', 'logConfiguration'];

/** Tells the files apart that lie beside a buildspec. */
export function detectKind(document: TextDocument): FileKind {
  const { value } = document;
  if (isBuildspec(document)) return 'buildspec';
  if (Array.isArray(value)) {
    const [first] = value as readonly unknown[];
    if (!isRecord(first)) return 'unknown';
    if ('imageUri' in first) return 'imagedefinitions.json';
    // Its reader says what is missing around them.
    return CONTAINER_MEMBERS.some(member => member in first) ? 'task definition' : 'unknown';
  }
  if (!isRecord(value)) return 'unknown';
  const has = (...keys: readonly string[]): boolean => keys.some(key => Object.hasOwn(value, key));
  const { taskDefinition, Resources: resources } = value;
  if (has('containerDefinitions') || (isRecord(taskDefinition) && 'containerDefinitions' in taskDefinition))
    return 'task definition';
  // Not as RegisterTaskDefinition takes them, which its reader says too.
  if (has('ContainerDefinitions') || value['Type'] === 'AWS::ECS::TaskDefinition') return 'task definition';
  if (
    has('family') &&
    has('networkMode', 'requiresCompatibilities', 'cpu', 'memory', 'executionRoleArn', 'taskRoleArn')
  )
    return 'task definition';
  if (Array.isArray(resources) || (has('os', 'hooks', 'Hooks') && has('files', 'Resources', 'resources')))
    return 'AppSpec';
  if (has('AWSTemplateFormatVersion') || isRecord(resources)) return 'CloudFormation template';
  if (has('jobs')) return 'GitHub workflow';
  if (has('ImageURI')) return 'imageDetail.json';
  if (isRecord(value['services'])) return 'Docker Compose file';
  return has('repository', 'task-definition', 'images') ? 'settings file of Slipway' : 'unknown';
}
