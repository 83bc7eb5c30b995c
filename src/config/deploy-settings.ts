/** Settings of files that hold for files that are written already. */
const FILE_SETTINGS = ['unknown-fields', 'artifacts-directory'];

/**
 * Whether a setting means something to `slipway deploy`: those of images and builds do not, nor those that change a task definition, since the
 * files have it all.
 */
export function isDeploySetting(name: string, group: string): boolean {
  return group !== 'image' && (group !== 'files' || FILE_SETTINGS.includes(name));
}
