import { renderActionYml } from './action-yml.js';
import { renderJsonSchema } from './json-schema.js';
import { renderReadme } from './readme-tables.js';

/** A file of this project that is made from the tables. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/**
 * All files that come from the tables of settings and outputs, as they must be.
 * @param readme the README as it is now, for what people wrote in it; undefined where there is none
 */
export function renderGeneratedFiles(readme: string | undefined): readonly GeneratedFile[] {
  return [
    { path: 'action.yml', text: renderActionYml() },
    { path: 'schema/slipway.schema.json', text: renderJsonSchema() },
    { path: 'README.md', text: renderReadme(readme) }
  ];
}
