/** The task definition's door: read it, assign images to its containers, check the changes, render the file. */
export type { TaskDefinitionFile, UnknownFields } from './types.js';
export { readRegisteredTaskDefinition, readTaskDefinition } from './parse.js';
export { assignImages, type AssignableImage, type ImageAssignment } from './image-assignment.js';
export {
  changeDefinition,
  checkChanges,
  namedSettings,
  renderTaskDefinition,
  shippedDefinition,
  type TaskDefinitionChanges
} from './apply-overrides.js';
