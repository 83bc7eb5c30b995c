// What ncc bundles: both programs in one graph of modules, so that what they share is in dist once. Each runs as its module is loaded.

/** Runs the Action: the main step, or the post step. Ends the process. */
export const startAction = (): Promise<unknown> => import('./index.js');

/** Runs the command. Its core is in the bundle's first file, since a command that is typed is waited for. */
export const startCommand = (): Promise<unknown> => import(/* webpackMode: "eager" */ './cli.js');
