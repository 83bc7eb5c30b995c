import { renderActionYml } from './action-yml.js';
import { renderJsonSchema } from './json-schema.js';
import { renderSettingsPage } from './settings-page.js';

/** A file of this project that is made from the tables. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** All files that come from the tables of settings and outputs, as they must be. */
export function renderGeneratedFiles(): readonly GeneratedFile[] {
  return [
    { path: 'action.yml', text: renderActionYml() },
    { path: 'schema/slipway.schema.json', text: renderJsonSchema() },
    { path: 'docs/settings.md', text: renderSettingsPage() }
  ];
}
