import { SlipwayError } from '../errors.js';
import { writeJson } from '../text/record.js';
import { TOO_LARGE } from '../text/source-tree.js';

/** One entry of `imagedefinitions.json`: a container of the task definition and the image that it is to run. */
interface ImageDefinition {
  readonly name: string;
  readonly imageUri: string;
}

/** CodePipeline's limit for the image definitions file of its ECS action. */
const MAX_BYTES = 100 * 1024;

/**
 * `imagedefinitions.json` for CodePipeline's ECS action (user guide, "Image definitions file reference"): a list of
 * `{"name", "imageUri"}`. Throws SlipwayError above 100 KB.
 */
export function renderImageDefinitions(entries: readonly ImageDefinition[]): string {
  const text = writeJson(entries.map(({ name, imageUri }) => ({ name, imageUri })));
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes <= MAX_BYTES) return text;
  throw new SlipwayError({
    code: TOO_LARGE.name,
    fault: 'user',
    what: `imagedefinitions.json would have ${bytes} bytes; CodePipeline takes at most ${MAX_BYTES}.`,
    next: 'Ship fewer containers in one run.'
  });
}

/** `imageDetail.json` for CodePipeline's CodeDeployToECS action: `{"ImageURI"}`. */
export function renderImageDetail(imageUri: string): string {
  return writeJson({ ImageURI: imageUri });
}
