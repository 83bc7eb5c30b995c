// The Action's post step. It has a program of its own, since a main step that was killed before it could leave a mark in the runner's
// state would otherwise be taken for not yet begun, and the post step would ship.
process.env['STATE_post'] = 'true';
await import('./index.js');
export {};
